import JSONTree
import Testing

@testable import NativeFunctions

/// Every mistake of a declaration is named with its place, before anything is loaded.
struct NativeSignatureTests {
    @Test(arguments: [
        (#"{"symbol":"f","parameters":[{"path":"$.a","type":"i33"}]}"#, "native.parameters[0].type: 'i33' is no type"),
        (
            #"{"symbol":"f","parameters":[{"path":"$.a[*]","type":"i32"}]}"#,
            #"native.parameters[0].path: "$.a[*]" is no reference path"#
        ),
        (#"{"symbol":"f","parameters":[{"path":"a","type":"i32"}]}"#, "is no reference path"),
        (#"{"symbol":"f","parameters":[{"type":"i32"}]}"#, "native.parameters[0]: it needs one of path, value"),
        (#"{"symbol":"f","parameters":[{"path":"$.a","value":1,"type":"i32"}]}"#, "path and value exclude each other"),
        (
            #"{"symbol":"f","parameters":[{"path":"$.a","type":"i32","defualt":1}]}"#,
            "native.parameters[0].defualt: there is no such member"
        ),
        (
            #"{"symbol":"f","parameters":[{"path":"$.a","type":"u8","default":300}]}"#,
            "native.parameters[0].default: it is 300, but u8"
        ),
        (
            #"{"symbol":"f","parameters":[{"value":"x","type":"u8"}]}"#,
            "native.parameters[0].value: it must be a whole number"
        ),
        (
            #"{"symbol":"f","parameters":[{"value":"a\u0000","type":"cstring"}]}"#,
            "native.parameters[0].value: it has a NUL"
        ),
        (#"{"symbol":"f","parameters":[{"out":"a","type":"i32"}]}"#, "i32 cannot be written: use i32*"),
        (
            #"{"symbol":"f","parameters":[{"out":"a[0]","type":"i32*"},{"out":"$.a[0]","type":"i32*"}]}"#,
            "native.parameters[1].out"
        ),
        (
            #"{"symbol":"f","parameters":[{"out":"a","type":"i32*"},{"out":"$.a","type":"i32*"}]}"#,
            "native.parameters[1].out: $.a is written by native.parameters[0].out already"
        ),
        (
            #"{"symbol":"f","parameters":[{"out":"$.a.b","type":"i32*"}],"returns":{"type":"i32","as":"$.a"}}"#,
            "is written by native.returns.as already"
        ),
        (#"{"symbol":"f","parameters":[{"out":"a","type":"bytes"}]}"#, "native.parameters[0].capacity: it is missing"),
        (#"{"symbol":"f","parameters":[{"out":"a","type":"cstring*"}]}"#, "native.parameters[0].free: it is missing"),
        (#"{"symbol":"f","parameters":[{"path":"$.a","type":"i32","free":"free"}]}"#, "native.parameters[0].free"),
        (
            #"{"symbol":"f","parameters":[{"lengthOf":"b","type":"i32"}]}"#,
            "native.parameters[0].lengthOf: no parameter is named 'b'"
        ),
        (
            #"{"symbol":"f","parameters":[{"path":"$.a","type":"i32"},{"lengthOf":"a","type":"i32"}]}"#,
            "a has no length in the input"
        ),
        (
            #"{"symbol":"f","parameters":[{"path":"$.a","type":"bytes"},{"lengthOf":"a","type":"f64"}]}"#,
            "a length is a whole number"
        ),
        (
            #"{"symbol":"f","parameters":[{"path":"$.a","type":"bytes"},{"path":"$.b.a","type":"bytes"},{"lengthOf":"a","type":"i32"}]}"#,
            "two parameters are named 'a'"
        ),
        (
            #"{"symbol":"f","parameters":[{"out":"a","type":"bytes","capacity":-1}]}"#,
            "native.parameters[0].capacity: it must be 0 to"
        ),
        (
            #"{"symbol":"f","parameters":[{"out":"a","type":"bytes","capacity":99999999}]}"#,
            "native.parameters[0].capacity: it must be 0 to"
        ),
        (#"{"symbol":"f","parameters":[{"path":"$.a","type":"i32","nullable":true}]}"#, "i32 has no NULL"),
        (
            #"{"symbol":"f","parameters":[{"path":"$.a","type":"i32","encoding":"utf8"}]}"#,
            "only bytes have an encoding"
        ),
        (
            #"{"symbol":"f","parameters":[{"path":"$.a","type":"i32**"}]}"#,
            "i32** is a pointer to i32*, which is not supported"
        ),
        (#"{"symbol":"f","parameters":[{"path":"$.a","type":"chars[4]"}]}"#, "stands inside structures only"),
        (#"{"symbol":"f","parameters":[{"path":"$.a","type":"pointer"}]}"#, "a pointer has the value null"),
        (#"{"symbol":"f","parameters":{}}"#, "native.parameters: it must be an array"),
        (#"{"symbol":"f","variadicAfter":2,"parameters":[{"value":1,"type":"i32"}]}"#, "native.variadicAfter"),
        (
            #"{"symbol":"f","returns":{"type":"cstring"}}"#,
            "native.returns.free: it is missing: the function that frees the cstring"
        ),
        (#"{"symbol":"f","returns":{"type":"point*"}}"#, "native.returns.free: it is missing"),
        (#"{"symbol":"f","returns":{"type":"i32","free":"free"}}"#, "native.returns.free: i32 is not freed"),
        (#"{"symbol":"f","returns":{"type":"bytes","free":"free"}}"#, "native.returns.length: it is missing"),
        (
            #"{"symbol":"f","returns":{"type":"i32","errorIf":"negative"}}"#,
            "native.returns.errorIf: it must be a comparison"
        ),
        (#"{"symbol":"f","returns":{"type":"i32","errorIf":"null"}}"#, "native.returns.errorIf: there is no NULL"),
        (#"{"symbol":"f","returns":{"type":"cstring","free":"borrowed","errorIf":"<0"}}"#, "only numbers are compared"),
        (#"{"symbol":"f","returns":{"type":"i32","errorType":"E"}}"#, "it says nothing without errorIf"),
        (#"{"symbol":"f","returns":{"type":"i32","as":"$.a[0]"}}"#, "is no place of the result"),
        (#"{"symbol":"f","returns":{"type":"pointer","free":"borrowed"}}"#, "a pointer cannot be said in JSON"),
        (#"{"symbol":"","parameters":[]}"#, "native.symbol: it is missing"),
        (#"{"symbol":"f","idempotent":"yes"}"#, "native.idempotent: it must be true or false"),
        (#"[]"#, "native: it must be an object"),
    ])
    func aMistakeIsNamedWithItsPlace(native: String, words: String) throws {
        let problems = try CompiledFunctions.problems(native)
        #expect(problems.contains { $0.contains(words) }, "\(problems)")
    }

    @Test func allMistakesAreFoundAtOnce() throws {
        let problems = try CompiledFunctions.problems(
            #"{"parameters":[{"path":"a","type":"i32"},{"type":"i8"},{"path":"$.c","type":"x"}],"returns":{"type":"cstring","errorIf":"?"}}"#
        )
        #expect(problems.count == 4, "\(problems)")
    }

    @Test(arguments: [
        (#"{"node":[{"name":"next","type":"node"}]}"#, "structs.node: it holds itself (node > node)"),
        (
            #"{"a":[{"name":"b","type":"b*"}],"b":[{"name":"a","type":"a[2]"}]}"#,
            "structs.a: it holds itself (a > b > a)"
        ),
        (#"{"a":[]}"#, "structs.a must be an array of 1 to 256 fields"),
        (#"{"a":[{"name":"x"}]}"#, "structs.a[0] must have a name and a type"),
        (#"{"a":[{"name":"x","type":"y"}]}"#, "structs.a[0].type: 'y' is no type"),
        (#"{"a":[{"name":"x","type":"i8"},{"name":"x","type":"i8"}]}"#, "structs.a: two fields are named x"),
        (#"{"a":[{"name":"x","type":"f64[]"}]}"#, "a field has a fixed size"),
        (#"{"a":[{"name":"x","type":"bytes"}]}"#, "a field has a fixed size"),
        (#"{"a":[{"name":"x","type":"i64[200000]"}]}"#, "structs.a has 1600000 bytes"),
        (#"{"i32":[{"name":"x","type":"i8"}]}"#, "cannot be the name of a structure"),
        (#"{"a":[{"name":"x","type":"i8","default":128}]}"#, "structs.a[0].default: it is 128, but i8"),
        (#"[]"#, "structs must be an object"),
        (#"{"a":[{"name":"x","type":"i8[0]"}]}"#, "structs.a[0].type"),
        (#"{"a":[{"name":"x","type":"i8[-1]"}]}"#, "structs.a[0].type"),
    ])
    func aMistakeInAStructureIsNamedWithItsPlace(structures: String, words: String) throws {
        let problems = try CompiledFunctions.problems(#"{"symbol":"f"}"#, structures: structures)
        #expect(problems.contains { $0.contains(words) }, "\(problems)")
    }

    @Test func aDeclarationReadsAsItWasWritten() throws {
        let native = try JSON.parse(
            #"{"symbol":"f","library":"libz.so.1","pure":true,"parameters":[{"path":"$.p","type":"point[]"}],"returns":{"type":"void"}}"#
        )
        let signature = try NativeSignature(
            declaration: NativeSignature.declaration(native, structures: try JSON.parse(CompiledFunctions.structures)))
        #expect(signature.symbol == "f" && signature.library == "libz.so.1" && signature.isIdempotent)
        #expect(signature.parameters[0].type.name == "point[]" && signature.returns.type == nil)
        #expect(throws: NativeLoadFailure.self) { try NativeSignature(declaration: "{") }
        #expect(throws: NativeLoadFailure.self) { try NativeSignature(declaration: #"{"native":{}}"#) }
    }
}

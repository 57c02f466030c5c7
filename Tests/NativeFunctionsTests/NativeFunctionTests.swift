import JSONTree
import Testing

@testable import NativeFunctions

/// Real C functions called with JSON: texts, structures, buffers, arrays, failures, ownership.
struct NativeFunctionTests {
    private func answer(_ native: String, _ input: String = "{}") throws -> String {
        try CompiledFunctions.answer(native, input)
    }

    private static let greeting = """
        {"symbol":"greeting","parameters":[{"path":"$.name","type":"cstring","nullable":true}],
         "returns":{"type":"cstring","free":"take_back"}}
        """

    @Test func textsGoInAndOut() throws {
        #expect(try answer(Self.greeting, #"{"name":"Ünal 😀"}"#) == #""hello Ünal 😀""#)
        #expect(try answer(Self.greeting, #"{"name":""}"#) == #""hello ""#)
        #expect(try answer(Self.greeting, #"{"name":null}"#) == #""nobody""#)
        #expect(
            try answer(Self.greeting, #"{"name":"a\u0000b"}"#)
                == "Native.InvalidInput: $.name has a NUL at byte 1: a C string ends there")
        #expect(try answer(Self.greeting, #"{"name":1}"#).contains("$.name must be a string (cstring), not a number"))
    }

    @Test func nothingThatIsHandedOutLeaks() throws {
        let pieces = try CompiledFunctions.function(#"{"symbol":"pieces","returns":{"type":"i32"}}"#)
        let functions = [
            (try CompiledFunctions.function(Self.greeting), #"{"name":"x"}"#),
            (
                try CompiledFunctions.function(
                    #"{"symbol":"new_point","parameters":[{"path":"$.x","type":"f64"}],"returns":{"type":"point*","free":"take_back"}}"#
                ),
                #"{"x":2}"#
            ),
            // A failure frees what came with it, whether its words are used or not.
            (
                try CompiledFunctions.function(
                    """
                    {"symbol":"text_out","parameters":[{"path":"$.code","type":"i32"},{"out":"text","type":"cstring*","free":"take_back"}],
                     "returns":{"type":"i32","errorIf":"!=0","errorMessage":{"parameter":"text"}}}
                    """), #"{"code":3}"#
            ),
        ]
        // Other tests hand out, too: what stays open is what is counted, after a look at what there was.
        for (function, input) in functions {
            let before = try pieces.call(with: .null).integerValue ?? -1
            for _ in 0..<200 { _ = try? function.call(with: try JSON.parse(input)) }
            let after = try pieces.call(with: .null).integerValue ?? -1
            #expect(abs(after - before) < 100, "\(before) pieces before, \(after) after 200 calls")
        }
    }

    @Test func whatIsReturnedMustBeThere() throws {
        let native =
            #"{"symbol":"null_text","parameters":[{"value":0,"type":"i32"}],"returns":{"type":"cstring","free":"borrowed"#
        #expect(
            try answer(native + "\"}}")
                == #"Native.NullResult: null_text returned NULL; "nullable": true makes it null"#)
        #expect(try answer(native + #"","nullable":true}}"#) == "null")
        #expect(
            try answer(native + #"","errorIf":"null","errorType":"NoText"}}"#) == "NoText: null_text returned NULL")
    }

    @Test func whatIsReturnedMustBeUTF8() throws {
        #expect(
            try answer(#"{"symbol":"broken_text","returns":{"type":"cstring","free":"borrowed"}}"#)
                .hasPrefix("Native.InvalidResult: the result of broken_text is not UTF-8"))
        #expect(
            try answer(#"{"symbol":"broken_text","returns":{"type":"bytes","length":2,"free":"borrowed"}}"#)
                == #""//4=""#)
    }

    private static let distance = """
        {"symbol":"distance","parameters":[{"path":"$.a","type":"point"},{"path":"$.b","type":"point*"},
         {"out":"$.middle","type":"point*"}],"returns":{"type":"f64","as":"$.square"}}
        """

    @Test func structuresGoByValueByPointerAndOut() throws {
        #expect(
            try JSON.parse(answer(Self.distance, #"{"a":{"x":1,"y":2},"b":{"y":6,"x":4}}"#))
                == ["square": 25.0, "middle": ["x": 2.5, "y": 4.0]])
        #expect(try JSON.parse(answer(Self.distance, #"{"a":{"x":3},"b":{"x":3}}"#))["square"]?.doubleValue == 0)
        #expect(
            try answer(Self.distance, #"{"a":{"y":1},"b":{"x":3}}"#)
                == "Native.InvalidInput: $.a.x is missing: point has a f64 there")
        #expect(
            try answer(Self.distance, #"{"a":{"x":1},"b":[1]}"#).contains("$.b must be an object (point), not an array")
        )
        #expect(try answer(Self.distance, #"{"a":{"x":1},"b":null}"#).contains("$.b must be a point*, not null"))
        #expect(try answer(Self.distance, #"{"a":{"x":"1"},"b":{"x":1}}"#).contains("$.a.x must be a number (f64)"))
    }

    @Test func aPointerMayAlwaysBeNULL() throws {
        let native = Self.distance.replacing(
            #"{"out":"$.middle","type":"point*"}"#, with: #"{"value":null,"type":"TYPE"}"#
        )
        .replacing(#","as":"$.square""#, with: "")
        for type in ["point*", "pointer"] {
            #expect(
                try answer(native.replacing("TYPE", with: type), #"{"a":{"x":1},"b":{"x":3}}"#) == "4.0", "\(type)")
        }
    }

    @Test func structuresAreReturnedByValue() throws {
        #expect(
            try JSON.parse(
                answer(
                    #"{"symbol":"swap","parameters":[{"path":"$","type":"point"}],"returns":{"type":"point"}}"#,
                    #"{"x":1,"y":2}"#))
                == ["x": 2.0, "y": 1.0])
        // Smaller than a register.
        #expect(
            try answer(
                #"{"symbol":"turned","parameters":[{"path":"$","type":"small"}],"returns":{"type":"small"}}"#,
                #"{"a":1,"b":2,"c":-3}"#) == #"{"a":-3,"b":1,"c":2}"#)
    }

    @Test func innerStructuresTextsAndArraysLieWhereTheCompilerPutsThem() throws {
        let native = #"{"symbol":"mixed","parameters":[{"path":"$","type":"mixed"}],"returns":{"type":"mixed"}}"#
        let input = #"{"a":1,"inner":{"b":2,"at":{"x":3,"y":4}},"name":"n","raw":[7,8,0],"code":"abc"}"#
        #expect(
            try JSON.parse(answer(native, input))
                == [
                    "a": 2, "inner": ["b": 3, "at": ["x": 6.0, "y": 4.0]], "name": "some", "raw": [7, 8, 9],
                    "code": "Zbc",
                ])
        #expect(try answer(native, input.replacing(#""n""#, with: "null")).contains(#""name":"none""#))
        #expect(
            try answer(native, input.replacing("abc", with: "abcd")).contains(
                "$.code has 4 bytes, but chars[4] holds 3"))
        #expect(
            try answer(native, input.replacing("[7,8,0]", with: "[7]")).contains(
                "$.raw has 1 elements, but must have 3"))
        #expect(try answer(native, input.replacing("[7,8", with: "[7,256")).contains("$.raw[1] is 256, but u8"))
        var problems: [String] = []
        let structures = NativeStructureReader.read(try JSON.parse(CompiledFunctions.structures), &problems)
        #expect(
            try answer(#"{"symbol":"size_of_mixed","returns":{"type":"u32"}}"#)
                == String(structures["mixed"]?.byteCount ?? 0))
    }

    @Test func arraysComeWithTheirLength() throws {
        let sum = """
            {"symbol":"sum","parameters":[{"path":"$.values","type":"f64[]"},{"lengthOf":"values","type":"size_t"}],"returns":{"type":"f64"}}
            """
        #expect(try JSON.parse(answer(sum, #"{"values":[1,2.5,-0.5]}"#)).doubleValue == 3)
        #expect(try JSON.parse(answer(sum, #"{"values":[]}"#)).doubleValue == 0)
        #expect(try answer(sum, #"{"values":[1,"2"]}"#).contains("$.values[1] must be a number (f64), not a string"))
        #expect(try answer(sum, #"{"values":{}}"#).contains("$.values must be an array (f64[]), not an object"))
        #expect(
            try answer(
                #"{"symbol":"far","parameters":[{"path":"$","type":"point[]","name":"p"},{"lengthOf":"p","type":"i32"}],"returns":{"type":"f64"}}"#,
                #"[{"x":1},{"x":7.5}]"#) == "7.5")
        #expect(
            try answer(
                #"{"symbol":"word_count","parameters":[{"path":"$.w","type":"cstring[]"},{"lengthOf":"w","type":"size_t"}],"returns":{"type":"i32"}}"#,
                #"{"w":["a","b","c"]}"#) == "3")
        let bytes = """
            {"symbol":"sum_of_bytes","parameters":[{"path":"$.d","type":"bytes","encoding":"ENC"},{"lengthOf":"d","type":"u32"}],"returns":{"type":"i64"}}
            """
        #expect(try answer(bytes.replacing("ENC", with: "utf8"), #"{"d":"a\u0000b"}"#) == "195")
        #expect(try answer(bytes.replacing("ENC", with: "base64"), #"{"d":"//8="}"#) == "510")
        #expect(try answer(bytes.replacing("ENC", with: "base64"), #"{"d":"?"}"#).contains("$.d is not base64"))
    }

    @Test func aLengthThatItsTypeCannotHoldIsRefused() throws {
        let native = """
            {"symbol":"sum","parameters":[{"path":"$","type":"f64[]","name":"v"},{"lengthOf":"v","type":"u8"}],"returns":{"type":"f64"}}
            """
        let input = "[" + Array(repeating: "0", count: 256).joined(separator: ",") + "]"
        #expect(try answer(native, input).contains("the length of v is 256, but u8 has whole numbers from 0 to 255"))
    }

    @Test func whatIsPassedInCanComeOutChanged() throws {
        #expect(
            try answer(
                """
                {"symbol":"doubled","parameters":[{"path":"$.v","out":"$.v","type":"i32[]"},{"lengthOf":"v","type":"int"}]}
                """, #"{"v":[1,-2,3]}"#) == #"{"v":[2,-4,6]}"#)
        #expect(
            try JSON.parse(
                answer(
                    """
                    {"symbol":"move","parameters":[{"path":"$.p","out":"$.moved","type":"point*"},{"path":"$.by","type":"double","default":1}]}
                    """, #"{"p":{"x":1,"y":2}}"#)) == ["moved": ["x": 2.0, "y": 3.0]])
    }

    private static let fill = """
        {"symbol":"fill","parameters":[{"out":"data","type":"bytes","encoding":"utf8","capacity":{"path":"$.room","default":8}},
         {"capacityOf":"data","type":"size_t*"},{"path":"$.wanted","type":"i32"}],
         "returns":{"type":"i32","errorIf":"<0","errorType":"Full","errorMessage":{"symbol":"error_words"}}}
        """

    @Test func buffersHaveRoomAndAWrittenLength() throws {
        #expect(try answer(Self.fill, #"{"wanted":3}"#) == #"{"data":"xxx"}"#)
        #expect(try answer(Self.fill, #"{"wanted":8}"#) == #"{"data":"xxxxxxxx"}"#)
        #expect(try answer(Self.fill, #"{"wanted":9}"#) == "Full: fill returned -5: buffer error")
        #expect(try answer(Self.fill, #"{"wanted":9,"room":100}"#) == #"{"data":"xxxxxxxxx"}"#)
        #expect(try answer(Self.fill, #"{"wanted":0,"room":0}"#) == #"{"data":""}"#)
        for room in ["-1", "1e12", "1.5", "\"8\"", "6291557"] {
            #expect(
                try answer(Self.fill, #"{"wanted":1,"room":\#(room)}"#).hasPrefix(
                    "Native.InvalidInput: $.room is \(room), but must be 0 to"),
                "\(room)")
        }
        #expect(
            try answer(
                #"{"symbol":"squares","parameters":[{"out":"v","type":"i32[]","capacity":4},{"capacityOf":"v","type":"int"}]}"#
            )
                == #"{"v":[0,1,4,9]}"#)
        #expect(
            try answer(
                """
                {"symbol":"squares","parameters":[{"out":"v","type":"i32[]","capacity":{"path":"$.n"}},{"capacityOf":"v","type":"int"}]}
                """, #"{"n":2000000}"#
            ).contains("the capacity of v is 8000000 bytes, at most 6291556 are allowed"))
    }

    @Test(arguments: ["-1", "5", "9223372036854775807"])
    func aLengthThatCannotBeIsNotBelieved(says: String) throws {
        let native = """
            {"symbol":"liar","parameters":[{"out":"d","type":"bytes","capacity":4,"length":"return"},{"path":"$","type":"i64"}],
             "returns":{"type":"i64","as":"$.n"}}
            """
        #expect(
            try answer(native, says)
                == "Native.InvalidResult: $.d has \(says) elements, says liar, but there is room for 4")
    }

    @Test func writtenTextEndsAtItsNUL() throws {
        let native = """
            {"symbol":"written_text","parameters":[{"out":"text","type":"cstring","capacity":{"lengthOf":"in","plus":PLUS}},
             {"capacityOf":"text","type":"size_t"},{"path":"$.in","type":"cstring"}],"returns":{"type":"int","as":"length"}}
            """
        #expect(
            try JSON.parse(answer(native.replacing("PLUS", with: "3"), #"{"in":"abc"}"#)) == [
                "text": "<abc>", "length": 5,
            ])
        #expect(
            try JSON.parse(answer(native.replacing("PLUS", with: "1"), #"{"in":"abc"}"#)) == [
                "text": "<ab", "length": 5,
            ])
    }

    @Test func failuresComeFromTheReturnedValueOrErrno() throws {
        let divide = """
            {"symbol":"divide","parameters":[{"path":"$.a","type":"int"},{"path":"$.b","type":"int"},{"out":"q","type":"int*"},
             {"out":"r","type":"int*"}],"returns":{"type":"int","errorIf":"<0","errorType":"Math","errorMessage":"errno"}}
            """
        #expect(try answer(divide, #"{"a":7,"b":2}"#) == #"{"q":3,"r":1}"#)
        #expect(
            try answer(divide, #"{"a":7,"b":0}"#)
                == "Math: divide returned -1: Numerical argument out of domain (errno 33)")
        let errno = """
            {"symbol":"set_errno","parameters":[{"path":"$","type":"int"}],"returns":{"type":"int","errorIf":"errno","errorMessage":"errno"}}
            """
        #expect(try answer(errno, "0") == "7")
        #expect(
            try answer(errno, "2") == "Native.CallFailed: set_errno returned 7: No such file or directory (errno 2)")
        #expect(
            try answer(
                """
                {"symbol":"set_errno","parameters":[{"value":0,"type":"int"}],
                 "returns":{"type":"int","errorIf":"==7","errorMessage":{"symbol":"last_error","argument":"none"}}}
                """) == "Native.CallFailed: set_errno returned 7: the last one")
    }

    @Test(arguments: [
        ("<0", "-1", true), ("<0", "0", false), (">5", "6", true), ("<=-3", "-3", true), (">= 2", "1", false),
        ("==9", "9", true),
        ("!=0", "0", false), ("!=0", "-9", true), ("<0.5", "0", true),
    ])
    func conditionsCompare(condition: String, value: String, fails: Bool) throws {
        for type in ["i8", "i64", "f64", "f32"] {
            let answer = try answer(
                """
                {"symbol":"same_\(type)","parameters":[{"path":"$","type":"\(type)"}],
                 "returns":{"type":"\(type)","errorIf":"\(condition)","errorType":"E"}}
                """, value)
            #expect(answer.hasPrefix("E: ") == fails, "\(type) \(answer)")
        }
    }

    @Test func aResultMayBeNothingOrLieDeep() throws {
        #expect(try answer(#"{"symbol":"pieces"}"#) == "null")
        #expect(
            try answer(#"{"symbol":"constant_text","returns":{"type":"cstring","free":"borrowed","as":"$.a.b"}}"#)
                == #"{"a":{"b":"constant"}}"#)
    }

    @Test func whatIsMissingIsSaidWhenItIsLoaded() throws {
        #expect(throws: NativeLoadFailure(.symbolMissing, "libfunctions.so has no function nothing")) {
            try CompiledFunctions.function(#"{"symbol":"nothing"}"#)
        }
        #expect(throws: NativeLoadFailure(.symbolMissing, "libfunctions.so has no function release_it")) {
            try CompiledFunctions.function(
                #"{"symbol":"constant_text","returns":{"type":"cstring","free":"release_it"}}"#)
        }
        #expect {
            try CompiledFunctions.function(#"{"symbol":"x"}"#, library: "libnewel-missing.so.9")
        } throws: {
            ($0 as? NativeLoadFailure)?.code == .unloadable
        }
    }

    @Test func theSystemsLibrariesAreCalledWithoutGlue() throws {
        #expect(
            try CompiledFunctions.answer(
                #"{"symbol":"pow","parameters":[{"path":"$[0]","type":"f64"},{"path":"$[1]","type":"f64"}],"returns":{"type":"f64"}}"#,
                "[2,10]", library: "libm.so.6") == "1024.0")
        #expect(
            try CompiledFunctions.answer(
                """
                {"symbol":"snprintf","variadicAfter":3,"parameters":[{"out":"$","type":"cstring","capacity":64,"name":"s"},{"capacityOf":"s","type":"size_t"},
                 {"value":"%s has %d at %.2f","type":"cstring"},{"path":"$.n","type":"cstring"},{"path":"$.d","type":"i16"},{"path":"$.f","type":"f32"}],
                 "returns":{"type":"int","errorIf":"<0"}}
                """, #"{"n":"Ada","d":-7,"f":1.25}"#, library: "libc.so.6") == #""Ada has -7 at 1.25""#)
        #expect(
            try CompiledFunctions.answer(
                """
                {"symbol":"strtol","parameters":[{"path":"$","type":"cstring"},{"value":null,"type":"pointer"},{"value":10,"type":"int"}],
                 "returns":{"type":"long","errorIf":"errno","errorMessage":"errno","errorType":"NoNumber"}}
                """, #""99999999999999999999""#, library: "libc.so.6")
                == "NoNumber: strtol returned 9223372036854775807: Numerical result out of range (errno 34)")
    }
}

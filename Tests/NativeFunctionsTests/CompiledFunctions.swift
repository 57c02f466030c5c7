import Foundation
import JSONTree

@testable import NativeFunctions

/// The C functions of `functions.c` as a shared library, compiled once.
enum CompiledFunctions {
    /// Where it lies.
    static let library: String = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "newel-native-\(UUID().uuidString)")
        try! FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let output = folder.appending(path: "libfunctions.so").path
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "functions.c").path
        let compiler =
            ["/usr/bin/cc", "/usr/local/bin/cc"].first { FileManager.default.isExecutableFile(atPath: $0) } ?? "clang"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [compiler, "-shared", "-fPIC", "-O1", "-w", "-o", output, source]
        try! process.run()
        process.waitUntilExit()
        precondition(process.terminationStatus == 0, "functions.c does not compile")
        return output
    }()

    /// The structures of `functions.c`.
    static let structures = """
        {"point": [{"name": "x", "type": "f64"}, {"name": "y", "type": "f64", "default": 0}],
         "small": [{"name": "a", "type": "i8"}, {"name": "b", "type": "i8"}, {"name": "c", "type": "i8"}],
         "inner": [{"name": "b", "type": "i16"}, {"name": "at", "type": "point"}],
         "mixed": [{"name": "a", "type": "i8"}, {"name": "inner", "type": "inner"}, {"name": "name", "type": "cstring"},
                   {"name": "raw", "type": "u8[3]"}, {"name": "code", "type": "chars[4]"}]}
        """

    /// A function as a manifest declares it.
    static func function(_ native: String, library: String = library) throws -> NativeFunction {
        let declaration = NativeSignature.declaration(try JSON.parse(native), structures: try JSON.parse(structures))
        return try NativeFunction(try NativeSignature(declaration: declaration), library: library)
    }

    /// What a call gives: the result's text, or `Type: message`.
    static func answer(_ native: String, _ input: String = "{}", library: String = library) throws -> String {
        let function = try function(native, library: library)
        do throws(NativeFailure) { return try function.call(with: try! JSON.parse(input)).text } catch {
            return "\(error.type): \(error.message)"
        }
    }

    /// The problems of a declaration.
    static func problems(_ native: String, structures: String = structures) throws -> [String] {
        var problems: [String] = []
        let known = NativeStructureReader.read(try JSON.parse(structures), &problems)
        _ = NativeSignatureReader.read(try JSON.parse(native), known, &problems)
        return problems
    }
}

import PluginRuntime
import Testing

@testable import PluginHost

/// Manifests with native functions: which library each is in, and what that must export.
struct NativeManifestTests {
    private func manifest(_ libraries: String, _ functions: String, _ more: String = "") throws -> PackageManifest {
        try PackageManifest(
            Array(
                #"{"manifestVersion":1,"name":"p","libraries":[\#(libraries)],"functions":[\#(functions)]\#(more)}"#
                    .utf8))
    }

    private func problem(_ libraries: String, _ functions: String, _ more: String = "") -> String {
        do {
            _ = try manifest(libraries, functions, more)
            return ""
        } catch {
            return (error as? PackageProblem)?.message ?? "\(error)"
        }
    }

    private static let f = #"{"name":"F","native":{"symbol":"f"}}"#
    private static let bothMachines = #"{"arch":"x86_64","path":"x/lib.so"},{"arch":"aarch64","path":"a/lib.so"}"#

    @Test func theOnlyLibraryNeedsNoName() throws {
        let manifest = try manifest(Self.bothMachines, Self.f)
        let native = try #require(manifest.entries[0].native)
        #expect(manifest.place(of: native, on: "aarch64") == .file(manifest.libraries[1]))
        #expect(manifest.exports(of: manifest.libraries[0]).map(\.symbol) == ["f"])
        #expect(!manifest.hasHandlers)
    }

    @Test func aLibraryIsMeantByItsFileName() throws {
        let manifest = try manifest(
            #"{"system":"libz.so.1"},\#(Self.bothMachines)"#,
            #"{"name":"F","native":{"symbol":"f","library":"lib.so","pure":true}},{"name":"G","native":{"symbol":"g","library":"libz.so.1"}},{"name":"H"}"#
        )
        let (f, g) = (try #require(manifest.entries[0].native), try #require(manifest.entries[1].native))
        #expect(manifest.place(of: f, on: "x86_64") == .file(manifest.libraries[0]))
        #expect(manifest.place(of: g, on: "x86_64") == .system("libz.so.1"))
        #expect(manifest.exports(of: manifest.libraries[0]).map(\.symbol) == ["newel_plugin_entry", "f"])
        #expect(try StoredPackage.Entry(manifest.entries[0], of: manifest, in: "/p").isIdempotent)
        let stored = try StoredPackage.Entry(manifest.entries[1], of: manifest, in: "/p")
        #expect(stored.native?.library == "libz.so.1" && !stored.isIdempotent)
    }

    @Test func aSystemLibraryMayBeForOneMachine() throws {
        let manifest = try manifest(
            #"{"system":"liba.so","arch":"x86_64"},{"system":"libb.so","arch":"aarch64"}"#, Self.f)
        let native = try #require(manifest.entries[0].native)
        #expect(manifest.place(of: native, on: "x86_64") == .system("liba.so"))
        #expect(manifest.place(of: native, on: "aarch64") == .system("libb.so"))
    }

    @Test func mistakesAreNamed() {
        #expect(problem(#"{"system":"libz.so.1","sha256":"00"}"#, Self.f).contains("neither path nor sha256"))
        for name in ["", "/lib/libz.so", "../libz.so", "libz", "lib z.so", ".so"] {
            #expect(problem(#"{"system":"\#(name)"}"#, Self.f).contains("a name such as libz.so.1"), "\(name)")
        }
        #expect(
            problem(#"{"system":"libz.so.1"}"#, #"{"name":"F"}"#).contains("system libraries are for native functions"))
        #expect(problem(Self.bothMachines, Self.f, #","isolation":"host""#).contains("worker processes only"))
        #expect(
            problem(Self.bothMachines, #"{"name":"F","handler":"f","native":{"symbol":"f"}}"#).contains(
                "exclude each other"))
        #expect(
            problem(Self.bothMachines, #"{"name":"F","native":{"symbol":"f","library":"z.so"}}"#)
                == "plugin.json: F: native.library: libraries has no z.so, but lib.so")
        #expect(
            problem(
                Self.bothMachines, #"{"name":"F","native":{"symbol":"f","parameters":[{"path":"$.a","type":"q"}]}}"#
            )
            .hasPrefix("plugin.json: F: native.parameters[0].type: 'q' is no type"))
    }

    @Test func aWorkerIsToldHowAFunctionIsCalled() throws {
        let manifest = try manifest(Self.bothMachines, Self.f)
        for native in [manifest.entries[0].native?.declaration, nil] {
            let order = LoadOrder(library: "l", handler: "F", settings: ["a": "b"], native: native)
            let body = order.frame.dropFirst(FrameHeader.byteCount)
            #expect(body.withUnsafeBytes { LoadOrder($0) } == order)
        }
    }
}

import Testing

@testable import PluginHost

/// What a manifest says of a runtime and of layers, and what layers do.
struct PackageRuntimeTests {
    private func manifest(_ more: String) throws -> PackageManifest {
        try PackageManifest(Array(#"{"manifestVersion":1,"name":"p","functions":[{"name":"F"}],\#(more)}"#.utf8))
    }

    @Test func aBootstrapOrARuntimeTakesTheLibrarysPlace() throws {
        #expect(try manifest(#""runtime":{"bootstrap":"bin/run"}"#).runtime == .bootstrap(path: "bin/run"))
        let python = try #require(ManagedRuntime(name: "python3.12"))
        #expect(try manifest(#""runtime":{"name":"python3.12"}"#).runtime == .managed(python))
        #expect(python.language == .python)
    }

    @Test func layersLieInThePackageOrBesideIt() throws {
        let text = #""runtime":{"bootstrap":"b"},"layers":["common","vendor/more","../beside"]"#
        #expect(try manifest(text).layers == ["common", "vendor/more", "../beside"])
    }

    @Test(arguments: [
        #""runtime":{}"#, #""runtime":{"bootstrap":"../b"}"#, #""runtime":{"bootstrap":"/b"}"#,
        #""runtime":{"bootstrap":""}"#,
        #""runtime":{"name":"java21"}"#, #""runtime":"python3.12""#, #""runtime":{"bootstrap":"b"},"layers":"common""#,
        #""runtime":{"bootstrap":"b"},"layers":["../../far"]"#, #""runtime":{"bootstrap":"b"},"layers":["/opt"]"#,
        #""runtime":{"bootstrap":"b"},"layers":[1]"#, #""runtime":{"bootstrap":"b"},"layers":["../"]"#,
    ])
    func whatBreaksARuleIsRefused(text: String) { #expect(throws: PackageProblem.self) { try manifest(text) } }

    @Test func laterLayersComeFirst() {
        var environment = ["PATH": "/bin", "PYTHONPATH": "/mine"]
        Layers.add(["/a", "/b"], taskRoot: "/task", to: &environment)
        #expect(
            environment == [
                "PATH": "/bin:/b/bin:/a/bin", "PYTHONPATH": "/b/python:/a/python:/mine",
                "LD_LIBRARY_PATH": "/task:/task/lib:/b/lib:/a/lib",
                "NODE_PATH": "/b/nodejs/node_modules:/a/nodejs/node_modules",
            ])
    }

    @Test func withoutLayersNothingIsAdded() {
        var environment = ["PATH": "/bin"]
        Layers.add([], taskRoot: nil, to: &environment)
        #expect(environment == ["PATH": "/bin"])
    }
}

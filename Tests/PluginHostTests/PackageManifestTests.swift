import PluginRuntime
import Testing

@testable import PluginHost

/// What a manifest may and may not say.
struct PackageManifestTests {
    private func manifest(_ more: String, libraries: String = #"[{"path":"a.so"}]"#) throws -> PackageManifest {
        try PackageManifest(
            Array(
                #"{"manifestVersion":1,"name":"p","libraries":\#(libraries)\#(more.isEmpty ? "" : ",")\#(more)}"#.utf8))
    }

    @Test func defaultsAreLambdas() throws {
        let entry = try manifest(#""functions":[{"name":"F"}]"#).entries[0]
        #expect(entry.name == "F" && entry.handler == "F")
        #expect(entry.settings == HandlerSettings())
        #expect(entry.settings.timeoutSeconds == nil && entry.settings.memoryMB == 128)
    }

    @Test func everyFieldIsRead() throws {
        let text = """
            "version":"2.0.0","isolation":"host","functions":[{"name":"F","handler":"f","timeoutSeconds":60,"memoryMB":256,
            "reservedConcurrency":4,"environment":{"A":"b"},"onHostCrash":"retry","probe":{"event":{"a":1}}}],
            "integrations":[{"pattern":"arn:aws:states:::x:*","handler":"x"}]
            """
        let manifest = try manifest(text)
        #expect(manifest.version == "2.0.0")
        let settings = manifest.entries[0].settings
        #expect(settings.timeoutSeconds == 60 && settings.memoryMB == 256 && settings.reservedConcurrency == 4)
        #expect(settings.probe?.event == Array(#"{"a":1}"#.utf8) && settings.probe?.timeoutMilliseconds == 500)
        #expect(settings.environment == ["A": "b"] && settings.retriesAfterHostCrash && settings.isolation == .host)
        #expect(manifest.entries[1].kind == .integration && manifest.entries[1].handler == "x")
    }

    @Test func whatAFunctionMayTouchIsRead() throws {
        let text = """
            "functions":[{"name":"F","files":["ro:data","ro:/opt/x","rw:/var/lib/x"],
            "sandbox":{"processes":true,"localSockets":true,"network":false}}]
            """
        let sandbox = try manifest(text).entries[0].settings.sandbox
        #expect(sandbox.grants == [.init("/opt/x"), .init("/var/lib/x", isWritable: true)])
        #expect(sandbox.permissions == [.fork, .execute, .localSockets, .noNetwork])
    }

    @Test(arguments: [
        #""files":"ro:/x""#, #""files":["/x"]"#, #""files":["ro:"]"#, #""files":["rw:data"]"#, #""files":["ro:../x"]"#,
        #""files":["ro:/x/../etc"]"#, #""files":["rw:/"]"#, #""files":[1]"#, #""sandbox":true"#,
        #""sandbox":{"processes":1}"#, #""sandbox":{"everything":true}"#,
    ])
    func whatAFunctionCannotBeGivenIsAProblem(members: String) {
        #expect(throws: PackageProblem.self) { try manifest("\"functions\":[{\"name\":\"F\",\(members)}]") }
    }

    @Test(arguments: [
        "", #""functions":[]"#, #""functions":{}"#, #""functions":[{}]"#, #""functions":[{"name":"F"},{"name":"F"}]"#,
        #""functions":[{"name":"F","timeoutSeconds":0}]"#, #""functions":[{"name":"F","timeoutSeconds":901}]"#,
        #""functions":[{"name":"F","memoryMB":64}]"#, #""functions":[{"name":"F","environment":{"A":1}}]"#,
        #""functions":[{"name":"F","reservedConcurrency":-1}]"#, #""functions":[{"name":"F"}],"isolation":"none""#,
        #""functions":[{"name":"F"}],"abi":{"major":2}"#, #""functions":[{"name":"F"}],"abi":{"major":1,"minMinor":1}"#,
        #""integrations":[{"handler":"x"}]"#, #""functions":["F"]"#,
        #""functions":[{"name":"F","timeoutSeconds":"3"}]"#,
        #""functions":[{"name":"F","memoryMB":128.5}]"#, #""functions":[{"name":"F","handler":7}]"#,
        #""functions":[{"name":"F","environment":[]}]"#, #""functions":[{"name":"F"}],"version":1"#,
        #""functions":[{"name":"F","probe":{}}]"#,
        #""functions":[{"name":"F","probe":{"event":1,"timeoutMs":0}}]"#, #""functions":[{"name":"F","probe":[]}]"#,
    ])
    func whatBreaksARuleIsRefused(text: String) { #expect(throws: PackageProblem.self) { try manifest(text) } }

    @Test func everyProblemIsToldWithItsPlace() {
        let text = #""functions":[{"name":"F","timeoutSeconds":0,"memoryMB":"x"},{},7],"integrations":[{}]"#
        let problem = #expect(throws: PackageProblem.self) { try manifest(text, libraries: #"[{"path":"/a"}]"#) }
        #expect(
            problem?.message == """
                plugin.json: libraries[0]: a library's path is missing or leads out of the package
                plugin.json: functions[0]: F: timeoutSeconds must be 1 to 900
                plugin.json: functions[0]: F: memoryMB must be a whole number
                plugin.json: functions[1]: a function has no name
                plugin.json: functions[2]: must be an object
                plugin.json: integrations[0]: an integration has no pattern
                """)
    }

    @Test(arguments: [#"[]"#, #"[{"path":"../a.so"}]"#, #"[{"path":"/a.so"}]"#, #"[{}]"#])
    func librariesLieInsideThePackage(libraries: String) {
        #expect(throws: PackageProblem.self) { try manifest(#""functions":[{"name":"F"}]"#, libraries: libraries) }
    }

    @Test func aLibraryForAnotherMachineIsNotUsed() throws {
        let manifest = try manifest(#""functions":[{"name":"F"}]"#, libraries: #"[{"arch":"mips","path":"a.so"}]"#)
        #expect(throws: PackageProblem.self) { try manifest.library() }
    }
}

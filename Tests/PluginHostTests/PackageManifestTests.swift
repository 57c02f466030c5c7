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

    @Test(arguments: [
        (
            #""functions":[{"name":"F","timeoutSecond":5}]"#,
            "functions[0]: F: nobody reads timeoutSecond; did you mean timeoutSeconds?"
        ),
        (
            #""functions":[{"name":"F","permisions":[]}]"#,
            "functions[0]: F: nobody reads permisions; did you mean permissions?"
        ),
        (
            #""functions":[{"name":"F","memorymb":256}]"#,
            "functions[0]: F: nobody reads memorymb; did you mean memoryMB?"
        ),
        (
            #""functions":[{"name":"F","probe":{"event":1,"timeoutMS":9}}]"#,
            "functions[0]: F: probe: nobody reads timeoutMS; did you mean timeoutMs?"
        ),
        (
            #""functions":[{"name":"F"}],"abi":{"major":1,"minMinr":0}"#,
            "abi: nobody reads minMinr; did you mean minMinor?"
        ),
        (#""functions":[{"name":"F"}],"verison":"1""#, "nobody reads verison; did you mean version?"),
        (
            #""integrations":[{"pattern":"arn:aws:states:::x:*","handlr":"x"}]"#,
            "integrations[0]: arn:aws:states:::x:*: nobody reads handlr; did you mean handler?"
        ),
    ])
    func aMemberNobodyReadsIsNamedWithTheOneThatWasMeant(text: String, warning: String) throws {
        #expect(try manifest(text).warnings == [warning])
    }

    @Test func aMemberThatIsNearToNoneIsToldWhatThereIs() throws {
        let warnings = try manifest(#""functions":[{"name":"F"}],"bogus":1"#).warnings
        #expect(warnings.count == 1 && warnings[0].hasPrefix("nobody reads bogus; there are manifestVersion, name,"))
    }

    @Test(arguments: [
        ("amd64", "did you mean x86_64?"), ("aarch46", "did you mean aarch64?"), ("mips", "Newel runs on"),
    ])
    func aLibraryForNoMachineIsTold(architecture: String, advice: String) throws {
        let libraries = #"[{"path":"a.so"},{"arch":"\#(architecture)","path":"b.so"}]"#
        let warnings = try manifest(#""functions":[{"name":"F"}]"#, libraries: libraries).warnings
        #expect(warnings.count == 1 && warnings[0].hasPrefix("libraries[1]: arch is \(architecture): \(advice)"))
    }

    @Test(arguments: [
        (#""name":"F","environment":{"AWS_REGION":"x"}"#, "F: environment: AWS_REGION is reserved"),
        (#""name":"F","environment":{"a b":"x"}"#, "F: environment: 'a b' is no name of a variable"),
        (#""name":"F","environment":{"1A":"x"}"#, "F: environment: '1A' is no name of a variable"),
        (#""name":"F","permissions":["nope"]"#, "F: permissions: 'nope' is no action; write service:Action"),
        (#""name":"F","permissions":["sqs:"]"#, "F: permissions: 'sqs:' is no action"),
        (#""name":"F","permissions":[7]"#, "F: permissions: 7 is no action"),
        (#""name":"F","permissions":"sqs:SendMessage""#, "F: permissions must be an array"),
        (#""name":"F c""#, "no function can be named 'F c'"),
        (#""name":"F","onHostCrash":"maybe""#, "F: onHostCrash must be retry"),
    ])
    func aFunctionThatCannotBeIsRefused(members: String, words: String) {
        let problem = #expect(throws: PackageProblem.self) { try manifest("\"functions\":[{\(members)}]") }
        #expect(problem?.message.hasPrefix("plugin.json: functions[0]: \(words)") == true, "\(problem?.message ?? "")")
    }

    @Test func namesOfFunctionsAreAsLongAsLambdaTakesThem() throws {
        let name = String(repeating: "a", count: 64)
        #expect(try manifest("\"functions\":[{\"name\":\"\(name)\"}]").entries[0].name == name)
        #expect(throws: PackageProblem.self) { try manifest("\"functions\":[{\"name\":\"\(name)a\"}]") }
    }

    @Test(arguments: ["sqs:SendMessage", "s3:Get*", "dynamodb:?etItem", "execute-api:Invoke", "states:*"])
    func permissionsAreActionsAsPoliciesHaveThem(permission: String) throws {
        let text = #""functions":[{"name":"F","permissions":["\#(permission)"]}]"#
        #expect(try manifest(text).warnings.isEmpty)
    }

    @Test(arguments: [
        ("foo", "it must begin as"), ("arn:aws:states:::", "it must begin as"), ("foo*", "it must begin as"),
        ("arn:aws:lambda:::x:*", "it must begin as"), ("arn:aws:states:::x:run.sync:2", ".sync:2 is taken off"),
        ("arn:aws:states:::x:run.waitForTaskToken", ".waitForTaskToken is taken off"),
    ])
    func aPatternNoTaskCanFitIsRefused(pattern: String, words: String) {
        let problem = #expect(throws: PackageProblem.self) {
            try manifest("\"integrations\":[{\"pattern\":\"\(pattern)\"}]")
        }
        #expect(
            problem?.message.hasPrefix("plugin.json: integrations[0]: no task's resource fits the pattern '\(pattern)'")
                == true && problem?.message.contains(words) == true, "\(problem?.message ?? "")")
    }

    @Test(arguments: [
        "*", "arn:aws:states:::*", "arn:aws-cn:states:::notes:append", "arn:aws:states:::aws-sdk:x:y",
        "arn:*:notes:append*",
    ])
    func aPatternThatATaskCanFitIsTaken(pattern: String) throws {
        #expect(try manifest("\"integrations\":[{\"pattern\":\"\(pattern)\"}]").entries[0].name == pattern)
    }

    @Test(arguments: [
        #"{"manifestVersion":1,"name":"../../x","libraries":[{"path":"a"}],"functions":[{"name":"F"}]}"#,
        #"{"manifestVersion":1,"name":"a/b","libraries":[{"path":"a"}],"functions":[{"name":"F"}]}"#,
        #"{"manifestVersion":1,"name":"p","version":"../..","libraries":[{"path":"a"}],"functions":[{"name":"F"}]}"#,
        #"{"manifestVersion":1,"name":"p","libraries":[{"path":"a","sha256":"zz"}],"functions":[{"name":"F"}]}"#,
    ])
    func whatCannotNameAFileIsRefused(text: String) {
        let problem = #expect(throws: PackageProblem.self) { try PackageManifest(Array(text.utf8)) }
        #expect(problem?.message.split(separator: "\n").count == 1)
    }

    @Test func aManifestThatIsRefusedHasWarningsAllTheSame() throws {
        let examined = try PackageManifest.examine(Array(#"{"manifestVersion":2,"naem":"p"}"#.utf8))
        #expect(examined.warnings == ["plugin.json: nobody reads naem; did you mean name?"])
        #expect(examined.problems.contains("plugin.json: manifestVersion must be 1"))
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

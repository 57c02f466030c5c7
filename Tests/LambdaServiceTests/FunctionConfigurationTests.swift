import AWSWire
import JSONTree
import ResourceNames
import Testing

@testable import LambdaService

/// What a function's configuration takes, answers back, and refuses.
@Suite struct FunctionConfigurationTests {
    private static func record(uri: String? = nil) -> FunctionRecord {
        FunctionRecord(
            territory: Territory(account: "000000000000", region: "us-east-1"), name: "f",
            code: uri.map { .installed(uri: $0) } ?? .package(sha256: "00", byteCount: 1), handler: "",
            roleARN: "arn:aws:iam::000000000000:role/r", revisionID: "r", lastModified: Timestamp(milliseconds: 0))
    }

    private static func failure(_ input: JSON, uri: String? = nil) -> ServiceError? {
        var record = record(uri: uri)
        do throws(ServiceError) { try record.configure(input) } catch { return error }
        return nil
    }

    @Test func whatIsAskedForIsAnsweredBackFromTheStoreToo() throws {
        var record = Self.record()
        try record.configure([
            "EphemeralStorage": ["Size": 1_024], "Architectures": ["arm64"], "TracingConfig": ["Mode": "Active"],
            "SnapStart": ["ApplyOn": "None"], "VpcConfig": ["SubnetIds": [], "SecurityGroupIds": []],
            "ImageConfig": [:], "FileSystemConfigs": [], "KMSKeyArn": "", "LoggingConfig": ["LogFormat": "Text"],
        ])
        let shown = try #require(FunctionRecord(json: record.json)).configuration
        #expect(shown["EphemeralStorage"] == ["Size": 1_024])
        #expect(shown["Architectures"] == ["arm64"])
        #expect(shown["TracingConfig"] == ["Mode": "Active"])
        #expect(shown["SnapStart"] == ["ApplyOn": "None", "OptimizationStatus": "Off"])
        #expect(shown["LoggingConfig"] == ["LogFormat": "Text", "LogGroup": "/aws/lambda/f"])
    }

    @Test func linesGoToTheGroupThatIsNamed() throws {
        var named = Self.record()
        try named.configure(["LoggingConfig": ["LogGroup": "/orders"]])
        let kept = try #require(FunctionRecord(json: named.json))
        #expect(kept.configuration["LoggingConfig"] == ["LogFormat": "Text", "LogGroup": "/orders"])
        try named.configure(["Timeout": 5])
        #expect(named.logGroup == "/orders")
        try named.configure(["LoggingConfig": ["LogFormat": "Text"]])
        #expect(named.logGroup == "/aws/lambda/f" && named.givenLogGroup == nil)
    }

    @Test(arguments: [
        #"{"VpcConfig":{"SubnetIds":["subnet-1"],"SecurityGroupIds":[]}}"#,
        #"{"FileSystemConfigs":[{"Arn":"a","LocalMountPath":"/mnt/a"}]}"#, #"{"ImageConfig":{"Command":["x"]}}"#,
        #"{"KMSKeyArn":"arn:aws:kms:us-east-1:000000000000:key/k"}"#, #"{"LoggingConfig":{"LogFormat":"JSON"}}"#,
        #"{"DurableConfig":{"ExecutionTimeout":5}}"#,
        #"{"TenancyConfig":{"TenantIsolationMode":"PER_TENANT"}}"#,
    ])
    func whatNothingHereFollowsIsRefusedByName(input: String) throws {
        let input = try JSON.parse(input)
        let error = try #require(Self.failure(input))
        #expect(error.code == "InvalidParameterValueException")
        #expect(error.message.hasPrefix(input.objectValue?.keys.first ?? "?"))
        #expect(error.message.contains("not supported here"))
    }

    @Test func aSnapshotIsRefusedWithWhatItWouldBeOf() {
        let asked: JSON = ["SnapStart": ["ApplyOn": "PublishedVersions"], "Runtime": "nodejs22.x"]
        #expect(Self.failure(asked)?.message == "nodejs22.x is not supported for SnapStart enabled functions.")
        let image = Self.failure(["SnapStart": ["ApplyOn": "PublishedVersions"]], uri: "plugin://f")
        #expect(image?.message == "ContainerImage is not supported for SnapStart enabled functions.")
    }

    @Test(arguments: [["Runtime": "python3.12"], ["Handler": "app.f"]] as [JSON])
    func anImageTakesNeitherRuntimeNorHandler(input: JSON) {
        #expect(
            Self.failure(input, uri: "plugin://f")?.message
                == "Please don't provide Handler or Runtime or Layer when the intended function PackageType is Image.")
        #expect(Self.failure(input) == nil)
    }

    @Test func variablesOfLambdaItselfAreRefused() {
        let variables: JSON = ["Environment": ["Variables": ["TABLE": "t", "AWS_REGION": "x"]]]
        let error = Self.failure(variables)
        #expect(error?.code == "InvalidParameterValueException")
        #expect(error?.message.hasSuffix("Reserved keys used in this request: AWS_REGION") == true)
    }

    @Test(arguments: [(letters: 4_088, fits: true), (letters: 4_089, fits: false)])
    func variablesAreMeasuredAsJSON(letters: Int, fits: Bool) {
        // {"K":"…"} is eight bytes longer than the value.
        let value = JSON.string(String(repeating: "v", count: letters))
        let error = Self.failure(["Environment": ["Variables": ["K": value]]])
        #expect((error == nil) == fits)
        if !fits { #expect(error?.message.contains("exceeded the 4KB limit. String measured: {") == true) }
    }

    @Test(
        arguments: [
            ("timeout", ["Timeout": 0], "greater than or equal to 1"),
            ("timeout", ["Timeout": 901], "less than or equal to 900"),
            ("memorySize", ["MemorySize": 127], "greater than or equal to 128"),
            ("ephemeralStorage.size", ["EphemeralStorage": ["Size": 511]], "greater than or equal to 512"),
        ] as [(String, JSON, String)])
    func numbersHaveBounds(member: String, input: JSON, bound: String) {
        let error = Self.failure(input)
        #expect(error?.code == "ValidationException")
        #expect(
            error?.message.hasSuffix("at '\(member)' failed to satisfy constraint: Member must have value \(bound)")
                == true)
    }

    @Test func otherSettingsMakeAnotherVersion() throws {
        let record = Self.record()
        let version = FunctionVersion(1, of: record, pin: nil, description: nil, revisionID: "v")
        #expect(version.isUnchanged(record, pin: nil))
        for input in [["EphemeralStorage": ["Size": 600]], ["Architectures": ["arm64"]]] as [JSON] {
            var changed = record
            try changed.configure(input)
            #expect(!version.isUnchanged(changed, pin: nil))
        }
    }

    @Test(
        arguments: [
            (["StartingPosition": "LATEST"], "StartingPosition is not valid for SQS event sources."),
            (
                ["ParallelizationFactor": 2],
                "Unsupported ParallelizationFactor parameter for given event source mapping type."
            ),
            (
                ["DestinationConfig": ["OnFailure": ["Destination": "a"]]],
                "Unsupported DestinationConfig parameter for given event source mapping type."
            ),
            (
                ["MetricsConfig": ["Metrics": ["EventCount"]]],
                "MetricsConfig is not supported here: there are no metrics. Leave MetricsConfig out."
            ),
        ] as [(JSON, String)])
    func settingsOfOtherEventSourcesAreRefused(input: JSON, message: String) {
        #expect { try EventSourceCheck.refuseUnsupported(input) } throws: { ($0 as? ServiceError)?.message == message }
    }

    @Test func emptySettingsOfOtherEventSourcesAreNone() throws {
        try EventSourceCheck.refuseUnsupported([
            "DestinationConfig": ["OnFailure": [:]], "MetricsConfig": ["Metrics": []], "KMSKeyArn": "",
            "BisectBatchOnFunctionError": false, "Topics": [], "StartingPosition": .null,
        ])
    }

    @Test(
        arguments: [
            (
                ["ZipFile": "eA=="], .installed(uri: "plugin://A"),
                "Please provide ImageUri when updating a function with packageType Image."
            ),
            (
                ["ImageUri": "plugin://A"], .package(sha256: "00", byteCount: 1),
                "Please don't provide ImageUri when updating a function with packageType Zip."
            ),
            (
                ["ZipFile": "eA==", "S3Bucket": "b", "S3Key": "k"], nil,
                "Please do not provide other FunctionCode parameters when providing a ZipFile."
            ),
            (["S3Bucket": "b"], nil, "S3 Bucket and Key are required for uploading with S3 parameters."),
        ] as [(JSON, FunctionRecord.Code?, String)])
    func codeComesFromOnePlaceAndStaysOfItsKind(input: JSON, old: FunctionRecord.Code?, words: String) {
        let error = #expect(throws: ServiceError.self) { try FunctionCode.check(input, replacing: old) }
        #expect(error?.code == "InvalidParameterValueException")
        #expect(error?.message == words)
    }

    @Test func deadLettersGoToAQueueOrATopic() {
        let bus = "arn:aws:events:us-east-1:000000000000:event-bus/b"
        let error = Self.failure(["DeadLetterConfig": ["TargetArn": .string(bus)]])
        #expect(error?.message.hasPrefix("Invalid dead letter queue ARN: ") == true)
    }

    @Test(
        arguments: [
            (["MaximumBatchingWindowInSeconds": 1], "Batching window is not supported for FIFO queues"),
            (["BatchSize": 11], "Batch size must be between 1 and 10 for a FIFO queue, got 11."),
        ] as [(JSON, String)])
    func aFIFOQueueIsNotGathered(input: JSON, words: String) throws {
        let source = try #require(ARN("arn:aws:sqs:us-east-1:000000000000:q.fifo"))
        var record = EventSourceMappingRecord(
            uuid: "u", source: source, functionARN: "f", modifiedAt: Timestamp(milliseconds: 0))
        let error = #expect(throws: ServiceError.self) { try record.configure(input) }
        #expect(error?.message == words)
    }

    @Test func tagsOfAWSAreNotSetByOthers() throws {
        var tags = TagList([])
        var context = RequestContext(
            territory: Territory(account: "000000000000", region: "us-east-1"), requestID: "r", endpoint: "")
        let refusal = ServiceError.invalidParameter(
            "aws: prefixed tag key names are not allowed for external use.")
        #expect(throws: refusal) { try tags.set(["aws:mine": "v"], in: context) }
        context.maySetReservedTags = true
        try tags.set(["aws:mine": "v"], in: context)
        #expect(tags.json == ["aws:mine": "v"])
    }
}

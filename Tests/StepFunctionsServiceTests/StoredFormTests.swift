import JSONTree
import ResourceNames
import Testing

@testable import StepFunctionsService

/// What is read back is what was written.
struct StoredFormTests {
    @Test(arguments: [nil, ["type": "AWS_OWNED_KEY"]] as [JSON?])
    func settingsOfAMachine(encryption: JSON?) throws {
        var settings = MachineSettings(
            roleARN: ServiceWorld.role, definitionSHA256: Array(0..<32), updatedAt: Timestamp(milliseconds: 7))
        settings.encryptionConfiguration = encryption
        settings.loggingConfiguration = ["level": "ALL", "includeExecutionData": true]
        #expect(MachineSettings(json: try JSON.parse(settings.json.bytes)) == settings)
    }

    @Test(arguments: [nil, ["type": "AWS_OWNED_KEY"]] as [JSON?])
    func anActivity(encryption: JSON?) throws {
        let arn = try #require(ActivityARN("arn:aws:states:us-east-1:123456789012:activity:a"))
        let record = ActivityRecord(
            arn: arn, createdAt: Timestamp(milliseconds: 7), encryptionConfiguration: encryption, tags: [("k", "v")])
        let read = try #require(ActivityRecord(json: try JSON.parse(record.json.bytes)))
        #expect(read.encryptionConfiguration == encryption)
        #expect(read.json == record.json)
    }
}

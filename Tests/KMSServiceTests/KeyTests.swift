import Digests
import Glibc
import JSONTree
import KMSService
import TestSupport
import Testing

/// Keys come, are locked and unlocked, and go; their material lies where nobody else reads it.
struct KeyTests {
    @Test func aKeyIsDescribedByItsIdItsARNAndItsAlias() async throws {
        let world = try KMSWorld()
        let made = try await world.run(
            "CreateKey", ["Description": "mine", "Tags": [["TagKey": "a", "TagValue": "b"]]])
        let metadata = try #require(made["KeyMetadata"])
        let id = try #require(metadata["KeyId"]?.stringValue)
        let arn = "arn:aws:kms:us-east-1:000000000000:key/\(id)"
        #expect(metadata["Arn"]?.stringValue == arn)
        #expect(metadata["KeyState"] == "Enabled" && metadata["Enabled"] == true && metadata["Description"] == "mine")
        try await world.run("CreateAlias", ["AliasName": "alias/one", "TargetKeyId": .string(id)])
        for name in [id, arn, "alias/one", "arn:aws:kms:us-east-1:000000000000:alias/one"] {
            #expect(try await world.run("DescribeKey", ["KeyId": .string(name)])["KeyMetadata"] == metadata)
        }
        #expect(
            try await world.run("ListResourceTags", ["KeyId": .string(id)])["Tags"] == [
                ["TagKey": "a", "TagValue": "b"]
            ])
        try world.restart()
        #expect(try await world.run("DescribeKey", ["KeyId": "alias/one"])["KeyMetadata"] == metadata)
    }

    @Test func theMaterialIsReadableByItsOwnerAloneAndInNoOtherFile() async throws {
        let world = try KMSWorld()
        let id = try await world.key()
        var facts = stat()
        #expect(stat("\(world.folder.path)/\(world.file(id))", &facts) == 0)
        #expect(facts.st_mode & 0o777 == 0o600)
        #expect(stat("\(world.folder.path)/keys", &facts) == 0)
        #expect(facts.st_mode & 0o777 == 0o700)
        let bytes = try #require(world.folder.bytes(of: world.file(id)))
        let material = Array(bytes[12..<44])
        let database = try #require(world.folder.bytes(of: "newel.db"))
        #expect(!database.isEmpty)
        #expect(world.folder.files(holdingBytes: material) == [world.file(id)])
    }

    @Test func aDisabledKeyDoesNothingUntilItIsEnabled() async throws {
        let world = try KMSWorld()
        let id = try await world.key()
        let blob = try await world.encrypt("x", id)
        try await world.run("DisableKey", ["KeyId": .string(id)])
        #expect(try await world.state(id) == "Disabled")
        #expect(await world.failure("Encrypt", ["KeyId": .string(id), "Plaintext": "eA=="]) == "DisabledException")
        #expect(await world.failure("Decrypt", ["CiphertextBlob": blob]) == "DisabledException")
        #expect(
            await world.failure("GenerateDataKey", ["KeyId": .string(id), "KeySpec": "AES_256"]) == "DisabledException")
        try world.restart()
        try await world.run("EnableKey", ["KeyId": .string(id)])
        #expect(try await world.run("Decrypt", ["CiphertextBlob": blob])["Plaintext"] == "eA==")
    }

    @Test func aKeyWaitsForItsDeletionAndCanBeSavedUntilThen() async throws {
        let world = try KMSWorld()
        let id = try await world.key()
        let key: JSON = ["KeyId": .string(id)]
        let blob = try await world.encrypt("x", id)
        #expect(
            await world.failure("ScheduleKeyDeletion", ["KeyId": .string(id), "PendingWindowInDays": 6])
                == "ValidationException")
        let scheduled = try await world.run("ScheduleKeyDeletion", ["KeyId": .string(id), "PendingWindowInDays": 7])
        #expect(
            scheduled["DeletionDate"] == .double(1_800_000_000 + 7 * 86_400)
                && scheduled["KeyState"] == "PendingDeletion")
        for action in ["EnableKey", "DisableKey", "ScheduleKeyDeletion"] {
            #expect(await world.failure(action, key) == "KMSInvalidStateException")
        }
        #expect(await world.failure("Decrypt", ["CiphertextBlob": blob]) == "KMSInvalidStateException")
        #expect(
            await world.failure("CreateAlias", ["AliasName": "alias/x", "TargetKeyId": .string(id)])
                == "KMSInvalidStateException")
        world.moveClock(days: 6)
        try await world.service.expire()
        try await world.run("CancelKeyDeletion", key)
        #expect(try await world.state(id) == "Disabled")
        #expect(await world.failure("CancelKeyDeletion", key) == "KMSInvalidStateException")
        try await world.run("EnableKey", key)
        #expect(try await world.run("Decrypt", ["CiphertextBlob": blob])["Plaintext"] == "eA==")
    }

    @Test func aKeyIsGoneForEverWhenItsTimeHasCome() async throws {
        let world = try KMSWorld()
        let id = try await world.key()
        let blob = try await world.encrypt("x", id)
        try await world.run("CreateAlias", ["AliasName": "alias/one", "TargetKeyId": .string(id)])
        try await world.run("ScheduleKeyDeletion", ["KeyId": .string(id), "PendingWindowInDays": 7])
        world.moveClock(days: 7)
        // From the instant on, whether or not anybody has swept.
        #expect(await world.failure("DescribeKey", ["KeyId": .string(id)]) == "NotFoundException")
        #expect(await world.failure("DescribeKey", ["KeyId": "alias/one"]) == "NotFoundException")
        #expect(await world.failure("Decrypt", ["CiphertextBlob": blob]) == "AccessDeniedException")
        #expect(world.folder.bytes(of: world.file(id)) != nil)
        try await world.service.expire()
        #expect(world.folder.bytes(of: world.file(id)) == nil)
        #expect(try await world.run("ListKeys")["Keys"] == [])
        #expect(try await world.run("ListAliases")["Aliases"] == [])
        try await world.run("CreateAlias", ["AliasName": "alias/one", "TargetKeyId": .string(try await world.key())])
    }

    @Test func aKeyWhoseFileIsLostOrDamagedIsUnavailable() async throws {
        let world = try KMSWorld()
        for damage in ["", "nonsense"] {
            let id = try await world.key()
            let path = "\(world.folder.path)/\(world.file(id))"
            try world.restart()
            if damage.isEmpty {
                #expect(unlink(path) == 0)
            } else {
                let file = try #require(fopen(path, "w"))
                fputs(damage, file)
                fclose(file)
            }
            #expect(try await world.state(id) == "Unavailable")
            #expect(
                await world.failure("Encrypt", ["KeyId": .string(id), "Plaintext": "eA=="])
                    == "KMSInvalidStateException")
        }
    }

    @Test(
        arguments: [
            ("CreateKey", ["KeySpec": "RSA_2048"], "UnsupportedOperationException"),
            ("CreateKey", ["Origin": "EXTERNAL"], "UnsupportedOperationException"),
            ("CreateKey", ["MultiRegion": true], "UnsupportedOperationException"),
            ("CreateKey", ["KeyUsage": "SIGN_VERIFY"], "ValidationException"),
            ("CreateKey", ["Policy": "{}"], "MalformedPolicyDocumentException"),
            ("CreateKey", ["Tags": [["TagKey": "aws:x", "TagValue": ""]]], "TagException"),
            ("DescribeKey", ["KeyId": "nonsense"], "NotFoundException"),
            ("DescribeKey", ["KeyId": "alias/none"], "NotFoundException"),
            ("DescribeKey", ["KeyId": "01234567-89ab-4cde-8f01-23456789abcd"], "NotFoundException"),
            ("EnableKey", ["KeyId": "alias/one"], "NotFoundException"),
            ("CreateAlias", ["AliasName": "one", "TargetKeyId": "x"], "ValidationException"),
            ("CreateAlias", ["AliasName": "alias/aws/one", "TargetKeyId": "x"], "NotAuthorizedException"),
            ("DeleteAlias", ["AliasName": "alias/none"], "NotFoundException"),
        ] as [(String, JSON, String)])
    func whatCannotBeIsRefused(action: String, input: JSON, code: String) async throws {
        let world = try KMSWorld()
        #expect(await world.failure(action, input) == code)
    }

    @Test func anAliasLeadsToOneKeyAtATime() async throws {
        let world = try KMSWorld()
        let (one, two) = (try await world.key(), try await world.key())
        try await world.run("CreateAlias", ["AliasName": "alias/a", "TargetKeyId": .string(one)])
        #expect(
            await world.failure("CreateAlias", ["AliasName": "alias/a", "TargetKeyId": .string(two)])
                == "AlreadyExistsException")
        let blob = try await world.encrypt("x", "alias/a")
        try await world.run("UpdateAlias", ["AliasName": "alias/a", "TargetKeyId": .string(two)])
        #expect(try await world.run("ListAliases", ["KeyId": .string(one)])["Aliases"] == [])
        #expect(try await world.run("ListAliases", ["KeyId": .string(two)])["Aliases"]?.arrayValue?.count == 1)
        // The ciphertext knows its own key.
        #expect(try await world.run("Decrypt", ["CiphertextBlob": blob])["Plaintext"] == "eA==")
        #expect(
            await world.failure("Decrypt", ["CiphertextBlob": blob, "KeyId": "alias/a"]) == "IncorrectKeyException")
        try await world.run("DeleteAlias", ["AliasName": "alias/a"])
        #expect(await world.failure("DescribeKey", ["KeyId": "alias/a"]) == "NotFoundException")
    }

    @Test func listsComeInPagesAndKeepToTheirRegion() async throws {
        let world = try KMSWorld()
        var ids: Set<String> = []
        for _ in 0..<5 { ids.insert(try await world.key()) }
        try await world.run("CreateKey", region: "eu-west-1")
        var seen: [String] = []
        var marker: JSON?
        repeat {
            var input: JSONObject = ["Limit": 2]
            input["Marker"] = marker
            let page = try await world.run("ListKeys", .object(input))
            seen += (page["Keys"]?.arrayValue ?? []).compactMap { $0["KeyId"]?.stringValue }
            marker = page["NextMarker"]
            #expect(page["Truncated"]?.boolValue == (marker != nil))
        } while marker != nil
        #expect(Set(seen) == ids && seen.count == 5)
        let arn = "arn:aws:kms:us-east-1:000000000000:key/\(seen[0])"
        #expect(await world.failure("DescribeKey", ["KeyId": .string(arn)], region: "eu-west-1") == "NotFoundException")
    }

    @Test func aMarkerIsGoodForItsListAloneAndForADay() async throws {
        let world = try KMSWorld()
        for _ in 0..<3 { _ = try await world.key() }
        let marker = try await world.run("ListKeys", ["Limit": 2])["NextMarker"] ?? .null
        #expect(try await world.run("ListKeys", ["Marker": marker])["Keys"]?.arrayValue?.count == 1)
        #expect(await world.failure("ListAliases", ["Marker": marker]) == "InvalidMarkerException")
        world.moveClock(days: 1)
        #expect(try await world.run("ListKeys", ["Marker": marker])["Keys"]?.arrayValue?.count == 1)
        world.moveClock(days: 1)
        #expect(await world.failure("ListKeys", ["Marker": marker]) == "InvalidMarkerException")
        #expect(await world.failure("ListKeys", ["Marker": "mine"]) == "InvalidMarkerException")
    }

    @Test func aPolicyIsKept() async throws {
        let world = try KMSWorld()
        let id = try await world.key()
        let first = try await world.run("GetKeyPolicy", ["KeyId": .string(id), "PolicyName": "default"])
        #expect(first["Policy"]?.stringValue?.contains("arn:aws:iam::000000000000:root") == true)
        let policy = #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"kms:*"}}"#
        try await world.run("PutKeyPolicy", ["KeyId": .string(id), "PolicyName": "default", "Policy": .string(policy)])
        #expect(try await world.run("GetKeyPolicy", ["KeyId": .string(id)])["Policy"]?.stringValue == policy)
        #expect(
            await world.failure("GetKeyPolicy", ["KeyId": .string(id), "PolicyName": "other"]) == "NotFoundException")
        #expect(try await world.run("ListKeyPolicies", ["KeyId": .string(id)])["PolicyNames"] == ["default"])
    }
}

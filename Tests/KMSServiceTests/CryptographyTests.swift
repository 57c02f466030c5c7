import Digests
import JSONTree
import KMSService
import ResourceNames
import StorageContract
import Testing

/// A ciphertext opens under its key and its encryption context, and under nothing else.
struct CryptographyTests {
    @Test func aCiphertextIsBoundToItsContext() async throws {
        let world = try KMSWorld()
        let id = try await world.key()
        let blob = try await world.encrypt("a secret", id, ["a": "1", "b": "2"])
        let opened = try await world.run(
            "Decrypt", ["CiphertextBlob": blob, "EncryptionContext": ["b": "2", "a": "1"]])
        #expect(opened["Plaintext"]?.stringValue.flatMap { Base64.decode($0) } == Array("a secret".utf8))
        #expect(opened["KeyId"]?.stringValue == "arn:aws:kms:us-east-1:000000000000:key/\(id)")
        for context in [[:], ["a": "1"], ["a": "2", "b": "1"], ["a1": "", "b": "2"]] as [JSON] {
            #expect(
                await world.failure("Decrypt", ["CiphertextBlob": blob, "EncryptionContext": context])
                    == "InvalidCiphertextException")
        }
    }

    @Test func aChangedCiphertextDoesNotOpen() async throws {
        let world = try KMSWorld()
        let blob = try #require(
            try await world.encrypt("x", try await world.key()).stringValue.flatMap { Base64.decode($0) })
        for place in blob.indices {
            var changed = blob
            changed[place] ^= 1
            let code = await world.failure("Decrypt", ["CiphertextBlob": .string(Base64.encode(changed))])
            // Bytes 1 to 16 are the key's id: another key, which is not there.
            #expect(code == ((1...16).contains(place) ? "AccessDeniedException" : "InvalidCiphertextException"))
        }
        #expect(await world.failure("Decrypt", ["CiphertextBlob": "AQ=="]) == "InvalidCiphertextException")
    }

    @Test(arguments: [(1, nil), (4_096, nil), (4_097, "ValidationException")] as [(Int, String?)])
    func encryptTakesUpToFourKibibytes(count: Int, code: String?) async throws {
        let world = try KMSWorld()
        let text = Base64.encode([UInt8](repeating: 7, count: count))
        #expect(
            await world.failure("Encrypt", ["KeyId": .string(try await world.key()), "Plaintext": .string(text)])
                == code)
    }

    @Test func aDataKeyComesPlainAndWrapped() async throws {
        let world = try KMSWorld()
        let id = try await world.key()
        let made = try await world.run(
            "GenerateDataKey", ["KeyId": .string(id), "KeySpec": "AES_256", "EncryptionContext": ["a": "b"]])
        #expect(made["Plaintext"]?.stringValue.flatMap { Base64.decode($0) }?.count == 32)
        let opened = try await world.run(
            "Decrypt", ["CiphertextBlob": made["CiphertextBlob"] ?? "", "EncryptionContext": ["a": "b"]])
        #expect(opened["Plaintext"] == made["Plaintext"])
        let silent = try await world.run(
            "GenerateDataKeyWithoutPlaintext", ["KeyId": .string(id), "NumberOfBytes": 24])
        #expect(silent["Plaintext"] == nil)
        let shown = try await world.run("Decrypt", ["CiphertextBlob": silent["CiphertextBlob"] ?? ""])
        #expect(shown["Plaintext"]?.stringValue.flatMap { Base64.decode($0) }?.count == 24)
        for input in [["KeyId": .string(id)], ["KeyId": .string(id), "KeySpec": "AES_128", "NumberOfBytes": 16]]
            as [JSON]
        {
            #expect(await world.failure("GenerateDataKey", input) == "ValidationException")
        }
    }

    @Test func reEncryptMovesACiphertextToAnotherKey() async throws {
        let world = try KMSWorld()
        let (one, two) = (try await world.key(), try await world.key())
        let blob = try await world.encrypt("x", one, ["a": "1"])
        let moved = try await world.run(
            "ReEncrypt",
            [
                "CiphertextBlob": blob, "SourceEncryptionContext": ["a": "1"], "DestinationKeyId": .string(two),
                "DestinationEncryptionContext": ["b": "2"],
            ])
        try await world.run("DisableKey", ["KeyId": .string(one)])
        let opened = try await world.run(
            "Decrypt", ["CiphertextBlob": moved["CiphertextBlob"] ?? "", "EncryptionContext": ["b": "2"]])
        #expect(opened["Plaintext"] == "eA==" && opened["KeyId"] == moved["KeyId"])
    }

    @Test func aDryRunOnlyTells() async throws {
        let world = try KMSWorld()
        let id = try await world.key()
        let input: JSON = ["KeyId": .string(id), "Plaintext": "eA==", "DryRun": true]
        #expect(await world.failure("Encrypt", input) == "DryRunOperationException")
        try await world.run("DisableKey", ["KeyId": .string(id)])
        #expect(await world.failure("Encrypt", input) == "DisabledException")
    }

    @Test func randomBytesAreNeverTheSame() async throws {
        let world = try KMSWorld()
        let (one, two) = (
            try await world.run("GenerateRandom", ["NumberOfBytes": 32]),
            try await world.run("GenerateRandom", ["NumberOfBytes": 32])
        )
        #expect(one["Plaintext"] != two["Plaintext"])
        #expect(one["Plaintext"]?.stringValue.flatMap { Base64.decode($0) }?.count == 32)
        #expect(await world.failure("GenerateRandom") == "ValidationException")
    }

    @Test func theKeyRingSealsForOthersAndTellsWhyItCannot() async throws {
        let world = try KMSWorld()
        let id = try await world.key()
        let arn = "arn:aws:kms:us-east-1:000000000000:key/\(id)"
        let ring = world.service.keyRing
        #expect(try ring.usableKey(id, in: KMSWorld.territory) == arn)
        let (plain, wrapped) = try ring.wrapNew(under: arn, context: [("a", "b")])
        #expect(plain.count == 32)
        #expect(try ring.unwrap(wrapped, in: KMSWorld.territory, context: [("a", "b")]) == plain)
        #expect(throws: KeyFailure.self) { try ring.unwrap(wrapped, in: KMSWorld.territory, context: [("a", "c")]) }
        try await world.run("DisableKey", ["KeyId": .string(id)])
        #expect(throws: KeyFailure.unusable(key: arn, .disabled)) {
            try ring.unwrap(wrapped, in: KMSWorld.territory, context: [("a", "b")])
        }
        try await world.run("ScheduleKeyDeletion", ["KeyId": .string(id), "PendingWindowInDays": 7])
        #expect(throws: KeyFailure.unusable(key: arn, .pendingDeletion)) {
            try ring.usableKey(id, in: KMSWorld.territory)
        }
        world.moveClock(days: 7)
        #expect(throws: KeyFailure.notFound(key: id)) { try ring.usableKey(id, in: KMSWorld.territory) }
    }

    /// Statement, account, whether it may use the key. The key is of 000000000000.
    @Test(arguments: [
        (#"{"Effect":"Allow","Principal":{"AWS":"000000000000"},"Action":"kms:*"}"#, "000000000000", true),
        (#"{"Effect":"Allow","Principal":{"AWS":"000000000000"},"Action":"kms:*"}"#, "111111111111", false),
        (#"[{"Effect":"Allow","Principal":"*","Action":"KMS:G*Key"}]"#, "111111111111", true),
        (#"[{"Effect":"Allow","Principal":"*","Action":["kms:PutKey*","kms:Decrypt"]}]"#, "000000000000", false),
        (#"[{"Effect":"Allow","Principal":"*","NotAction":"kms:Decrypt"}]"#, "000000000000", true),
        (
            #"{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::111111111111:role/r"]},"Action":"kms:?enerateDataKey"}"#,
            "111111111111", true
        ),
        (#"{"Effect":"Allow","Principal":{"Service":"states.amazonaws.com"},"Action":"*"}"#, "000000000000", false),
        (
            #"[{"Effect":"Allow","Principal":"*","Action":"*"},{"Effect":"Deny","Principal":"*","Action":"kms:Generate*"}]"#,
            "000000000000", false
        ),
        (
            #"[{"Effect":"Allow","Principal":"*","Action":"*"},{"Effect":"Deny","NotPrincipal":{"AWS":"000000000000"},"Action":"*"}]"#,
            "000000000000", true
        ),
        (
            #"[{"Effect":"Allow","Principal":"*","Action":"*"},{"Effect":"Deny","NotPrincipal":{"AWS":"000000000000"},"Action":"*"}]"#,
            "111111111111", false
        ),
        (
            #"[{"Effect":"Allow","Principal":"*","Action":"*"},{"Effect":"Deny","Principal":"*","Action":"*","Condition":{"Bool":{"x":"true"}}}]"#,
            "000000000000", true
        ),
    ])
    func aPolicySaysWhichAccountsMaySeal(statement: String, account: String, isAdmitted: Bool) async throws {
        let world = try KMSWorld()
        let arn = "arn:aws:kms:us-east-1:000000000000:key/\(try await world.key())"
        let policy: JSON = .string(#"{"Version":"2012-10-17","Statement":\#(statement)}"#)
        try await world.run(
            "PutKeyPolicy", ["KeyId": .string(arn), "Policy": policy, "BypassPolicyLockoutSafetyCheck": true])
        let asking = Territory(account: account, region: "us-east-1")
        if isAdmitted {
            #expect(try world.service.keyRing.usableKey(arn, in: asking) == arn)
        } else {
            #expect(throws: KeyFailure.denied(key: arn)) { try world.service.keyRing.usableKey(arn, in: asking) }
        }
    }

    @Test func ofKeysOfOthersNothingIsTold() async throws {
        let world = try KMSWorld()
        let own = "arn:aws:kms:us-east-1:000000000000:key/\(try await world.key())"
        let absent = "arn:aws:kms:us-east-1:000000000000:key/00000000-0000-4000-8000-000000000000"
        let stranger = Territory(account: "111111111111", region: "us-east-1")
        for arn in [own, absent] {
            #expect(throws: KeyFailure.denied(key: arn)) { try world.service.keyRing.usableKey(arn, in: stranger) }
        }
        #expect(throws: KeyFailure.notFound(key: absent)) {
            try world.service.keyRing.usableKey(absent, in: KMSWorld.territory)
        }
    }

    @Test func whatWasSealedIsOpenedOnlyForWhomThePolicyAdmits() async throws {
        let world = try KMSWorld()
        let arn = "arn:aws:kms:us-east-1:000000000000:key/\(try await world.key())"
        let ring = world.service.keyRing
        let (plain, wrapped) = try ring.wrapNew(under: arn, context: [])
        let policy: JSON = .string(
            #"{"Statement":[{"Effect":"Allow","Principal":{"AWS":"000000000000"},"Action":"kms:*"},"#
                + #"{"Effect":"Deny","Principal":"*","Action":"kms:Decrypt"}]}"#)
        try await world.run("PutKeyPolicy", ["KeyId": .string(arn), "Policy": policy])
        #expect(throws: KeyFailure.denied(key: arn)) {
            try ring.unwrap(wrapped, in: KMSWorld.territory, context: [])
        }
        try await world.run(
            "PutKeyPolicy",
            [
                "KeyId": .string(arn),
                "Policy": #"{"Statement":{"Effect":"Allow","Principal":{"AWS":"000000000000"},"Action":"kms:*"}}"#,
            ])
        #expect(try ring.unwrap(wrapped, in: KMSWorld.territory, context: []) == plain)
    }

    @Test func aPolicyThatLocksItsAccountOutIsRefused() async throws {
        let world = try KMSWorld()
        let id = try await world.key()
        let policy: JSON = #"{"Statement":{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"kms:*"}}"#
        #expect(
            await world.failure("PutKeyPolicy", ["KeyId": .string(id), "Policy": policy])
                == "MalformedPolicyDocumentException")
        #expect(await world.failure("CreateKey", ["Policy": policy]) == "MalformedPolicyDocumentException")
        #expect(
            await world.failure("CreateKey", ["Policy": policy, "BypassPolicyLockoutSafetyCheck": true]) == nil)
    }
}

import Digests
import JSONTree
import KMSService
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
        #expect(try ring.unwrap(wrapped, context: [("a", "b")]) == plain)
        #expect(throws: KeyFailure.self) { try ring.unwrap(wrapped, context: [("a", "c")]) }
        try await world.run("DisableKey", ["KeyId": .string(id)])
        #expect(throws: KeyFailure.unusable(key: arn, .disabled)) { try ring.unwrap(wrapped, context: [("a", "b")]) }
        try await world.run("ScheduleKeyDeletion", ["KeyId": .string(id), "PendingWindowInDays": 7])
        #expect(throws: KeyFailure.unusable(key: arn, .pendingDeletion)) {
            try ring.usableKey(id, in: KMSWorld.territory)
        }
        world.moveClock(days: 7)
        #expect(throws: KeyFailure.notFound(key: id)) { try ring.usableKey(id, in: KMSWorld.territory) }
    }
}

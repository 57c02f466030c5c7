import StorageContract
import Synchronization
import TestSupport
import Testing

/// What is sealed opens in its place alone, and only while the key may be used.
struct SealerTests {
    private let keys = KeysInMemory("one", "two")
    private let monotonic = Milliseconds()
    private let sealer: Sealer
    private let machine = "arn:aws:states:us-east-1:123456789012:stateMachine:m"
    private let key = ExecutionKey(high: 1, low: 2)

    init() {
        let monotonic = monotonic
        sealer = Sealer(authority: keys, contextName: "aws:states:stateMachineArn", now: { monotonic.value })
    }

    private func sealing(_ name: String = "one", seconds: Int = 60) -> SealingKey {
        SealingKey(keyID: name, resource: machine, reuseSeconds: seconds)
    }

    private func sealed(_ text: String, as place: SealedPlace, under name: String = "one") throws -> [UInt8] {
        try sealer.dataKey(for: sealing(name)).seal(Array(text.utf8), as: place)
    }

    @Test func sealedBytesHoldNothingOfTheTextAndOpenAgain() throws {
        let bytes = try sealed("a secret word", as: .row(key))
        #expect(Sealer.isSealed(bytes))
        #expect(!String(decoding: bytes, as: UTF8.self).contains("secret"))
        #expect(try sealer.open(bytes, as: .row(key)) == Array("a secret word".utf8))
    }

    @Test(arguments: [[], [0x7B, 0x7D], [0x4E, 1], [0x53, 2], [3, 0], [0]] as [[UInt8]])
    func whatIsNotSealedPassesAsItIs(bytes: [UInt8]) throws {
        #expect(!Sealer.isSealed(bytes))
        #expect(try sealer.open(bytes, as: .row(key)) == bytes)
    }

    @Test func sealedBytesInAnotherPlaceAreDamage() throws {
        let bytes = try sealed("x", as: .record(key, sequence: 3))
        for place in [
            SealedPlace.record(key, sequence: 4), .snapshot(key), .record(ExecutionKey(high: 2, low: 1), sequence: 3),
        ] {
            #expect(throws: KeyFailure.damaged(place: place.text)) { try sealer.open(bytes, as: place) }
        }
    }

    @Test func everyChangedByteIsDamage() throws {
        let bytes = try sealed("x", as: .inbox(key))
        for place in 3..<bytes.count {
            var changed = bytes
            changed[place] ^= 0x40
            // A changed name of the key is a key that is not there; everything else does not open.
            #expect(throws: KeyFailure.self) { try sealer.open(changed, as: .inbox(key)) }
        }
        for count in 3..<bytes.count {
            #expect(throws: KeyFailure.self) { try sealer.open(Array(bytes.prefix(count)), as: .inbox(key)) }
        }
    }

    @Test func aDataKeyIsUsedNoLongerThanItsPeriod() throws {
        _ = try sealer.dataKey(for: sealing())
        monotonic.value = 59_999
        _ = try sealer.dataKey(for: sealing())
        #expect(keys.wrapCount == 1)
        monotonic.value = 60_000
        _ = try sealer.dataKey(for: sealing())
        #expect(keys.wrapCount == 2)
        _ = try sealer.dataKey(for: sealing("two"))
        #expect(keys.wrapCount == 3)
    }

    @Test func aLockedKeySealsAndOpensNothingUntilItIsUnlocked() throws {
        let bytes = try sealed("x", as: .row(key))
        keys.lock("one", .disabled)
        let failure = KeyFailure.unusable(key: "one", .disabled)
        #expect(throws: failure) { try sealer.dataKey(for: sealing()) }
        #expect(throws: failure) { try sealer.open(bytes, as: .row(key)) }
        #expect(throws: failure) { try sealer.check("one", for: machine) }
        keys.lock("one", nil)
        #expect(try sealer.open(bytes, as: .row(key)) == [0x78])
    }

    @Test func withoutAnAuthorityThereAreNoKeys() throws {
        let bytes = try sealed("x", as: .row(key))
        let keyless = Sealer(authority: nil, contextName: "c", now: { 0 })
        #expect(throws: KeyFailure.notFound(key: "one")) { try keyless.dataKey(for: sealing()) }
        #expect(throws: KeyFailure.self) { try keyless.open(bytes, as: .row(key)) }
    }
}

/// A count a test moves.
private final class Milliseconds: Sendable {
    private let count = Mutex<Int64>(0)
    var value: Int64 {
        get { count.withLock { $0 } }
        set { count.withLock { $0 = newValue } }
    }
}

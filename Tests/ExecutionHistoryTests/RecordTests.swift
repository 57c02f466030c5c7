import ExecutionHistory
import JSONTree
import ResourceNames
import Testing

/// What a record keeps, and that damage to it is seen.
struct RecordTests {
    private static func sample() throws -> [UInt8] {
        let header = RecordHeader(
            semantics: 3, time: Timestamp(milliseconds: 1_795_476_000_123), seed: 0xFEED_F00D_DEAD_BEEF, firstEventID: 7
        )
        var writer = RecordWriter(header)
        writer.inputs.append(contentsOf: [1, 2, 3])
        let payload = try Payload(parsing: Array(#"{ "a": [1, 2.50] }"#.utf8))
        let entered = writer.stateEntered(.passStateEntered, previous: 6, name: "Grüße", input: payload)
        let exited = writer.stateExited(
            .passStateExited, previous: entered, name: "Grüße", output: payload, assigned: ["x": 1, "y": "z"])
        writer.output(.executionSucceeded, previous: exited, payload)
        return writer.finish()
    }

    @Test func headerInputsAndEventsComeBack() throws {
        let reader = try RecordReader(Self.sample())
        #expect(reader.header.semantics == 3)
        #expect(reader.header.time == Timestamp(milliseconds: 1_795_476_000_123))
        #expect(reader.header.seed == 0xFEED_F00D_DEAD_BEEF)
        #expect(Array(reader.inputs) == [1, 2, 3])
        let events = try reader.events()
        #expect(events.map(\.id) == [7, 8, 9])
        #expect(events.map(\.previousEventID) == [6, 7, 8])
        #expect(events[1].json()["stateExitedEventDetails"]?["assignedVariables"] == ["x": "1", "y": "\"z\""])
        #expect(reader.lastEventID == 9)
    }

    @Test func payloadsKeepTheSendersSpellingAndStandOnce() throws {
        let reader = try RecordReader(Self.sample())
        #expect(reader.payloads.map { String(decoding: $0, as: UTF8.self) } == [#"{ "a": [1, 2.50] }"#])
        #expect(try reader.payload(at: 0).tree == ["a": [1, 2.5]])
        #expect(try reader.events()[0].json()["stateEnteredEventDetails"]?["input"] == #"{ "a": [1, 2.50] }"#)
    }

    @Test func equalTextsShareAnEntryWhateverTheirIdentity() throws {
        var writer = RecordWriter(
            RecordHeader(semantics: 1, time: Timestamp(milliseconds: 0), seed: 0, firstEventID: 1))
        let other = writer.reference(Payload(["other": 1]))
        #expect(writer.reference(Payload(["same": 1])) == writer.reference(Payload(["same": 1])))
        #expect(writer.reference(Payload(["other": 1])) == other)
        #expect(writer.payloadByteCount == 11 + 10)
    }

    @Test func everyFlippedBitIsSeen() throws {
        let record = try Self.sample()
        for position in record.indices {
            for bit in 0..<8 {
                var damaged = record
                damaged[position] ^= 1 << bit
                #expect(throws: RecordError.self) { try RecordReader(damaged) }
            }
        }
    }

    @Test func everyTornRecordIsSeen() throws {
        let record = try Self.sample()
        for count in record.indices {
            #expect(throws: RecordError.self) { try RecordReader(Array(record[..<count])) }
        }
        #expect(throws: RecordError.self) { try RecordReader(record + [0]) }
    }

    @Test func nothingOfACompactedRecordIsLost() throws {
        let record = try Self.long()
        let compacted = try #require(RecordCompaction.compact(record))
        #expect(compacted.count < record.count / 2)
        let (reader, full) = (try RecordReader(compacted), try RecordReader(record))
        #expect(reader.isReplayable && reader.header == full.header && reader.inputs == full.inputs)
        #expect(try reader.events().map { $0.json() } == full.events().map { $0.json() })
        #expect(reader.lastEventID == full.lastEventID)
        #expect(try RecordBuilds.removed(from: compacted) == record)
        let shared = try #require(try RecordCompaction.share(compacted, before: 9, of: "other"))
        #expect(try shared == RecordCompaction.share(record, before: 9, of: "other"))
    }

    @Test func compactionLeavesWhatItCannotShorten() throws {
        let record = try Self.long()
        let compacted = try #require(RecordCompaction.compact(record))
        #expect(RecordCompaction.compact(compacted) == nil)
        #expect(RecordCompaction.compact([]) == nil)
        #expect(RecordCompaction.compact(Array(record.dropLast())) == nil)
        for position in compacted.indices {
            var damaged = compacted
            damaged[position] ^= 1
            #expect(throws: RecordError.self) { try RecordReader(damaged) }
            #expect(RecordCompaction.compact(damaged) == nil)
        }
        for count in compacted.indices {
            #expect(throws: RecordError.self) { try RecordReader(Array(compacted[..<count])) }
        }
    }

    /// Whoever puts a right checksum on packed bytes that have been changed: what does not unpack to a whole record is none.
    @Test func changedBytesUnpackToTheRecordOrToNothing() throws {
        let record = try Self.long()
        let compacted = try #require(RecordCompaction.compact(record))
        var refusals = 0
        for position in 2..<compacted.count - 4 {
            var forged = Array(compacted.dropLast(4))
            forged[position] ^= 0x80
            Checksum.append(to: &forged)
            do {
                #expect(try RecordBuilds.removed(from: forged) == record)
            } catch {
                refusals += 1
            }
        }
        // A bit or two of the packed form mean nothing.
        #expect(refusals > compacted.count * 9 / 10)
    }

    private static func long() throws -> [UInt8] {
        var writer = RecordWriter(
            RecordHeader(semantics: 3, time: Timestamp(milliseconds: 1_795_476_000_123), seed: 99, firstEventID: 7))
        writer.inputs.append(contentsOf: [1, 2, 3])
        var previous: Int64 = 6
        for number in 0..<10 {
            let payload = Payload(["word": "the same again", "number": .integer(Int64(number))])
            previous = writer.stateEntered(.passStateEntered, previous: previous, name: "A", input: payload)
        }
        return writer.finish()
    }

    @Test func whatFollowsTheCheckpointCanBeUndone() throws {
        var writer = RecordWriter(
            RecordHeader(semantics: 1, time: Timestamp(milliseconds: 0), seed: 0, firstEventID: 1), checkpointID: 3)
        let kept = Payload(["kept": true])
        let first = writer.stateEntered(.passStateEntered, previous: 0, name: "A", input: kept)
        let second = writer.stateExited(.passStateExited, previous: first, name: "A", output: kept)
        let third = writer.stateEntered(
            .passStateEntered, previous: second, name: "B", input: Payload(["dropped": true]))
        _ = writer.stateExited(.passStateExited, previous: third, name: "B", output: kept)
        writer.dropFromCheckpoint()
        writer.failure(.executionFailed, previous: 2, error: StatesError("E", cause: "C"))
        let reader = try RecordReader(writer.finish())
        #expect(try reader.events().map(\.type) == [.passStateEntered, .passStateExited, .executionFailed])
        #expect(reader.payloads.count == 1)
    }
}

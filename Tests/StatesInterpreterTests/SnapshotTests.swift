import ExecutionHistory
import ResourceNames
import Testing

@testable import StatesInterpreter

/// A snapshot is a shortcut: what is folded on from it is what is folded on from the whole log, and one that is damaged is none.
struct SnapshotTests {
    @Test func foldingOnFromASnapshotGivesTheSameBytesAsFromTheStart() throws {
        var run = try ReplayTests.run()
        run.run()
        for count in 1..<run.records.count {
            let (state, _) = try run.replay(count)
            let bytes = Snapshot.bytes(of: state, after: Int64(count))
            let snapshot = try #require(
                Snapshot(bytes, facts: state.facts, program: run.program), "after \(count) records")
            #expect(snapshot.sequence == Int64(count))
            #expect(Snapshot.bytes(of: snapshot.state, after: Int64(count)) == bytes)
            var resumed = snapshot.state
            for record in run.records.dropFirst(count) {
                let reader = try RecordReader(record)
                let advance = resumed.advance(
                    try reader.foldableInputs(), program: run.program, at: reader.header.time, seed: reader.header.seed)
                #expect(advance.record == record, "after \(count) records")
            }
        }
    }

    @Test func aSnapshotWithAnyByteChangedOrCutShortIsIgnored() throws {
        var run = try ReplayTests.run()
        run.run { $0.records.count >= 8 }
        let bytes = Snapshot.bytes(of: run.state, after: 8)
        for position in bytes.indices {
            var damaged = bytes
            damaged[position] ^= 0x40
            #expect(Snapshot(damaged, facts: run.state.facts, program: run.program) == nil)
            #expect(
                Snapshot(Array(bytes.prefix(position)), facts: run.state.facts, program: run.program) == nil)
        }
    }

    @Test func aSnapshotOfAnotherBehaviourOrProgramIsIgnored() throws {
        var run = try ReplayTests.run()
        run.run { $0.records.count >= 8 }
        let bytes = Snapshot.bytes(of: run.state, after: 8)
        var facts = run.state.facts
        facts.semantics += 1
        #expect(Snapshot(bytes, facts: facts, program: run.program) == nil)
        let other = try Interpretation(#"{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}"#)
        #expect(Snapshot(bytes, facts: run.state.facts, program: other.program) == nil)
    }
}

import ExecutionHistory
import JSONTree
import ResourceNames
import StatesLanguage
import Testing

@testable import StatesInterpreter

/// An execution is a fold over its inputs: folding them again gives the same bytes, and a crash after any record changes nothing.
struct ReplayTests {
    /// Retries with jitter, catchers, variables, waits, branches, iterations, tokens and chance in one machine.
    static let everything = #"""
        {"StartAt":"Set","TimeoutSeconds":5000,"States":{
          "Set":{"Type":"Pass","Assign":{"bias":10,"id.$":"States.UUID()"},"Next":"Work"},
          "Work":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:111111111111:function:flaky","TimeoutSeconds":30,
            "Retry":[{"ErrorEquals":["Flaky"],"IntervalSeconds":2,"MaxAttempts":3,"JitterStrategy":"FULL","MaxDelaySeconds":5}],
            "Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.error","Next":"Both"}],"ResultPath":"$.work","Next":"Both"},
          "Both":{"Type":"Parallel","ResultPath":"$.both","Next":"Each","Branches":[
            {"StartAt":"Sleep","States":{"Sleep":{"Type":"Wait","Seconds":7,"End":true}}},
            {"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","HeartbeatSeconds":60,
              "Parameters":{"QueueUrl":"q","MessageBody":{"Token.$":"$$.Task.Token","Bias.$":"$bias"}},"End":true}}},
            {"StartAt":"Roll","States":{"Roll":{"Type":"Pass","Parameters":{"n.$":"States.MathRandom(1, 1000)"},"End":true}}}]},
          "Each":{"Type":"Map","ItemsPath":"$.items","MaxConcurrency":2,"ItemSelector":{"v.$":"$$.Map.Item.Value","b.$":"$bias"},
            "ItemProcessor":{"StartAt":"Add","States":{"Add":{"Type":"Pass","Parameters":{"sum.$":"States.MathAdd($.v, $.b)"},"Next":"Call"},
              "Call":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:111111111111:function:echo","End":true}}},
            "ResultSelector":{"all.$":"$[*].sum"},"ResultPath":"$.each","Next":"Pick"},
          "Pick":{"Type":"Choice","Choices":[{"Variable":"$.each.all[0]","NumericGreaterThan":5,"Next":"Good"}],"Default":"Bad"},
          "Good":{"Type":"Succeed"},"Bad":{"Type":"Fail","Error":"Bad"}}}
        """#

    static func run() throws -> Interpretation {
        var calls = 0
        return try Interpretation(everything, input: #"{"items":[1, 2, 3]}"#) { task in
            switch task.resource.text.split(separator: ":").last {
            case "flaky":
                calls += 1
                let error = StatesError("Flaky", cause: nil)
                return .inputs(
                    task.attempt < 3
                        ? [.taskFailed(task: task.task, error: error, isStartFailure: false)]
                        : [.taskSucceeded(task: task.task, output: Payload(["ok": true]))])
            case "echo": return .inputs([.taskSucceeded(task: task.task, output: task.input)])
            default:
                let answer = Input.tokenAnswered(
                    task: task.task, answer: .success(Payload(["by": .string(task.token)])))
                return .inputs([answer, .submitted(task: task.task, output: Payload(["MessageId": "m"]))])
            }
        }
    }

    @Test func recordsComeOutTheSameByteForByte() throws {
        var run = try Self.run()
        run.run()
        #expect(run.output?["each"] == ["all": [11, 12, 13]])
        #expect(try run.replay().mismatch == nil)
        #expect(run.records.count > 10)
    }

    @Test func aCrashAfterAnyRecordChangesNothing() throws {
        var undisturbed = try Self.run()
        undisturbed.run()
        let types = try undisturbed.types
        for count in 0...undisturbed.records.count - 1 {
            var run = try Self.run()
            run.run { $0.records.count >= count }
            try run.crash(after: min(count, run.records.count))
            run.run()
            #expect(try run.types.sorted() == types.sorted(), "after \(count) records")
            #expect(run.output?["each"] == undisturbed.output?["each"])
            #expect(try run.replay().mismatch == nil)
        }
    }

    @Test func anInputThatDoesNotApplyLeavesNoTrace() throws {
        var run = try Self.run()
        run.give(.started)
        let before = run.records.count
        let task = try #require(run.state.openTasks.first).task
        #expect(!run.state.accepts(.started))
        #expect(!run.state.accepts(.proceed))
        #expect(!run.state.accepts(.taskSucceeded(task: task + 1, output: .emptyObject)))
        #expect(!run.state.accepts(.tokenAnswered(task: task, answer: .success(.emptyObject))))
        #expect(!run.state.accepts(.timerFired(.wait(task))))
        run.give(.heartbeat(task: 999))
        #expect(run.records.count == before)
    }

    @Test func ofTwoAnswersInOneAdvanceTheFirstCounts() throws {
        var run = try Self.run()
        run.give(.started)
        let task = try #require(run.state.openTasks.first).task
        var state = run.state
        let advance = state.advance(
            [.taskSucceeded(task: task, output: .emptyObject), .timerFired(.taskTimeout(task))], program: run.program,
            at: run.now, seed: 1)
        #expect(advance.accepted == [true, false])
        #expect(try RecordReader(advance.record).foldableInputs().count == 1)
    }

    @Test func timeNeverRunsBackwards() throws {
        var run = try Self.run()
        run.give(.started)
        let task = try #require(run.state.openTasks.first).task
        var state = run.state
        let advance = state.advance(
            [.taskSucceeded(task: task, output: .emptyObject)], program: run.program, at: Timestamp(milliseconds: 0),
            seed: 1)
        #expect(try RecordReader(advance.record).header.time == run.now)
    }

    @Test func aDamagedRecordIsNotFolded() throws {
        var run = try Self.run()
        run.run()
        var record = try #require(run.records.first)
        record[record.count / 2] ^= 0x10
        #expect(throws: RecordError.self) { try RecordReader(record) }
    }
}

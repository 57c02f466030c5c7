import ExecutionHistory
import JSONTree
import ResourceNames
import StatesLanguage
import Testing

@testable import StatesInterpreter

/// Random inputs in random order: whatever comes, the fold is total, replays, and writes well-formed histories.
struct DisturbanceTests {
    private static let machine = #"""
        {"StartAt":"Both","TimeoutSeconds":900,"States":{
          "Both":{"Type":"Parallel","ResultPath":"$.both","Next":"Each","Retry":[{"ErrorEquals":["Again"],"MaxAttempts":2}],
            "Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.caught","Next":"Each"}],"Branches":[
            {"StartAt":"Sleep","States":{"Sleep":{"Type":"Wait","Seconds":7,"Next":"Work"},
              "Work":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:111111111111:function:f","TimeoutSeconds":30,
                "Retry":[{"ErrorEquals":["States.ALL"],"MaxAttempts":2,"JitterStrategy":"FULL"}],"End":true}}},
            {"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","HeartbeatSeconds":20,
              "Parameters":{"QueueUrl":"q","MessageBody":{"Token.$":"$$.Task.Token"}},
              "Catch":[{"ErrorEquals":["States.Timeout"],"Next":"Late"}],"End":true},"Late":{"Type":"Pass","End":true}}},
            {"StartAt":"Hand","States":{"Hand":{"Type":"Task","Resource":"arn:aws:states:us-east-1:111111111111:activity:a","TimeoutSeconds":60,
              "HeartbeatSeconds":10,"Retry":[{"ErrorEquals":["States.Timeout"],"MaxAttempts":5}],"End":true}}}]},
          "Each":{"Type":"Map","ItemsPath":"$.items","MaxConcurrency":3,"Retry":[{"ErrorEquals":["Again"],"MaxAttempts":1}],
            "ItemProcessor":{"StartAt":"Inner","States":{"Inner":{"Type":"Parallel","End":true,"Branches":[
              {"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:111111111111:function:g","End":true}}},
              {"StartAt":"Nap","States":{"Nap":{"Type":"Wait","Seconds":3,"End":true}}}]}}},
            "ResultPath":"$.each","Next":"Good"},
          "Good":{"Type":"Succeed"}}}
        """#

    /// A random input, sensible or not.
    private static func input(_ run: Interpretation, _ chance: inout Chance) -> Input {
        let tasks = run.state.openTasks
        let task =
            tasks.isEmpty || chance.next() % 10 == 0
            ? Int64(chance.next() % 60) : tasks[Int(chance.next() % UInt64(tasks.count))].task
        let error = StatesError(["Again", "Other", "States.TaskFailed"][Int(chance.next() % 3)], cause: nil)
        switch chance.next() % 100 {
        case 0..<30: return .taskSucceeded(task: task, output: Payload(.integer(task)))
        case 30..<40: return .taskFailed(task: task, error: error, isStartFailure: chance.next() % 2 == 0)
        case 40..<50: return .submitted(task: task, output: Payload(["MessageId": "m"]))
        case 50..<58: return .tokenAnswered(task: task, answer: .success(Payload("by token")))
        case 58..<61: return .tokenAnswered(task: task, answer: .failure(error))
        case 61..<68: return .heartbeat(task: task)
        case 68..<74: return .activityStarted(task: task, workerName: "w")
        case 74..<78: return .recovered
        case 78..<80: return chance.next() % 8 == 0 ? .stopped(error: nil, cause: "enough") : .proceed
        case 80: return chance.next() % 8 == 0 ? .keyLost(cause: "locked") : .proceed
        default:
            guard let timer = run.state.timers.min(by: { $0.deadline < $1.deadline }) else { return .proceed }
            return .timerFired(timer.id)
        }
    }

    @Test(arguments: 1...150)
    func whateverComesTheFoldIsTotalAndReplays(seed: UInt64) throws {
        var chance = Chance(seed: seed)
        var run = try Interpretation(Self.machine, input: #"{"items":[1, 2, 3, 4, 5]}"#) { _ in .silence }
        run.give(.started)
        var steps = 0
        while run.end == nil, steps < 400 {
            steps += 1
            if chance.next() % 3 == 0 { run.wait(seconds: Int64(chance.next() % 5)) }
            let first = Self.input(run, &chance)
            if chance.next() % 6 == 0 { run.give(first, Self.input(run, &chance)) } else { run.give(first) }
            if chance.next() % 40 == 0, run.end == nil { try run.crash(after: run.records.count) }
        }
        #expect(try run.replay().mismatch == nil, "seed \(seed)")
        let history = try run.history
        #expect(history.map(\.id) == Array(1...Int64(history.count)), "seed \(seed)")
        #expect(history.allSatisfy { $0.previousEventID < $0.id }, "seed \(seed)")
        #expect(history.dropLast().allSatisfy { !$0.type.isTerminal }, "seed \(seed)")
        if run.end != nil {
            #expect(history.last?.type.isTerminal == true, "seed \(seed)")
            #expect(run.state.openTasks.isEmpty && run.state.timers.isEmpty, "seed \(seed)")
        }
    }

    /// Every task that was dispatched is answered or cancelled, and every timer that was set has fired or was taken back.
    @Test(arguments: 1...50)
    func nothingIsLeftBehind(seed: UInt64) throws {
        var chance = Chance(seed: seed &+ 1_000)
        var run = try Interpretation(Self.machine, input: #"{"items":[1, 2, 3, 4, 5]}"#) { _ in .silence }
        run.give(.started)
        var steps = 0
        while run.end == nil, steps < 2_000 {
            steps += 1
            run.give(Self.input(run, &chance))
        }
        guard run.end != nil else { return }
        var timers: Set<TimerID> = []
        for command in run.commands {
            if case .startTimer(let id, _, _) = command { timers.insert(id) }
            if case .cancelTimer(let id) = command { timers.remove(id) }
        }
        for record in run.records {
            for input in try RecordReader(record).foldableInputs() {
                if case .timerFired(let id) = input { timers.remove(id) }
            }
        }
        #expect(timers.isEmpty, "seed \(seed)")
    }
}

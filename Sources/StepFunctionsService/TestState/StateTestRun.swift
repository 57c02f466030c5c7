import ExecutionEngine
import JSONTree
import OutboundHTTP
import ResourceNames
import StatesInterpreter
import StatesLanguage

/// Runs the test of a state to its end: calls what is to be called, waits where it is to be waited.
struct StateTestRun: Sendable {
    /// One token for the one task.
    private struct Token: TaskTokenMint {
        let text: String
        func token(task: Int64) -> String { text }
    }

    /// Calls tasks.
    let engine: ExecutionEngine
    /// Tells the time of every step.
    let clock: any WallClock
    /// Seeds the folds and makes up names.
    let entropy: Entropy
    /// Where HTTP tasks show what they send and get.
    let exchanges: ExchangeBook
    /// Waits for real, or as a test wants; ends early when its task is cancelled.
    let pause: @Sendable (Duration) async throws -> Void

    /// What was seen, of the state and of its last HTTP request. Five minutes at most: a test is an EXPRESS execution, as its ARN on AWS tells.
    func inspection(
        of program: Program, setup: StateTestSetup, input: Payload, roleARN: String, territory: Territory
    ) async -> (inspection: StateInspection, exchange: HTTPExchange?) {
        let facts = facts(input: input, roleARN: roleARN, territory: territory)
        exchanges.watch(facts.executionARN)
        var test = StateTest(program, facts: facts, setup: setup)
        test.start(at: clock.now, seed: entropy.next())
        while !test.isOver, let timer = test.nextTimer {
            if let answer = await answer(to: test.openTask, before: timer.deadline, facts) {
                test.advance(answer, at: clock.now, seed: entropy.next())
            } else if Task.isCancelled {
                test.fail(StatesError(StatesErrorName.timeout, cause: nil))
            } else {
                test.advance(.timerFired(timer.id), at: max(clock.now, timer.deadline), seed: entropy.next())
            }
        }
        return (test.inspection, exchanges.close(facts.executionARN))
    }

    /// Observed on AWS: two parts after `express`, both made up.
    private func facts(input: Payload, roleARN: String, territory: Territory) -> ExecutionFacts {
        let machine = StateMachineARN(territory: territory, name: entropy.uuid())
        let name = entropy.uuid()
        return ExecutionFacts(
            executionARN: "arn:aws:states:\(territory.region):\(territory.account):express:\(machine.name):\(name)",
            executionName: name, stateMachineARN: machine.text, stateMachineName: machine.name, roleARN: roleARN,
            territory: territory, startedAt: clock.now, input: input, isExpress: true,
            tokens: Token(text: entropy.uuid()))
    }

    /// The answer to a task; `nil` when the time is over before.
    private func answer(to task: TaskDispatch?, before deadline: Timestamp, _ facts: ExecutionFacts) async -> Input? {
        let span = max(0, deadline.milliseconds - clock.now.milliseconds)
        return await withTaskGroup(of: Input?.self) { group in
            if let task {
                group.addTask {
                    await engine.call(
                        task, roleARN: facts.roleARN, executionARN: facts.executionARN, territory: facts.territory)
                }
            }
            if task == nil || engine.runsByItself {
                group.addTask {
                    guard engine.runsByItself else { return nil }
                    // The pause ends early only when nobody waits for its end any more.
                    try? await pause(.milliseconds(span))
                    return nil
                }
            }
            let first = await group.next()
            group.cancelAll()
            return first ?? nil
        }
    }
}

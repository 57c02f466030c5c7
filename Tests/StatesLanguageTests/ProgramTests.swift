import JSONPathLanguage
import JSONTree
import Testing

@testable import StatesLanguage

/// What a definition becomes.
struct ProgramTests {
    private func state(_ name: String, of graph: StateGraph) -> StateKind? {
        graph.indexByName[name].map { graph.states[$0].kind }
    }

    @Test func allStateTypesAreCompiled() throws {
        let result = check(OwnDefinitions.everything)
        #expect(result.problems == [])
        let program = try #require(result.program)
        #expect(program.timeoutSeconds == 3_600)
        #expect(program.graph.states.map(\.name) == ["Check", "Which?", "Pause", "Both", "Each", "Failed", "Done"])
        #expect(program.graph.states[program.graph.startAt].name == "Check")
    }

    /// Each state has those of its own fields; what a state only sets is not read.
    @Test func statesKnowTheVariablesTheyRead() throws {
        let result = check(
            """
            {"StartAt": "Set", "States": {
              "Set": {"Type": "Pass", "Assign": {"unread": 1, "b.$": "$a.b[0]", "c.$": "States.Format('{}', $z, $$.State.Name)"}, "Next": "Each"},
              "Each": {"Type": "Map", "ItemsPath": "$list", "End": true, "ItemProcessor": {"StartAt": "Ask", "States": {
                "Ask": {"Type": "Choice", "Default": "Out", "Choices": [
                  {"Next": "Out", "And": [{"Variable": "$x", "IsNull": true}, {"Variable": "$.y", "StringEqualsPath": "$w"}]}]},
                "Out": {"Type": "Pass", "QueryLanguage": "JSONata", "End": true,
                  "Output": {"sum": "{% $sum([$first, $states.input.n, $first]) + ($local := 1; $local) %}"}}}}}}}
            """)
        #expect(result.problems == [])
        let references = try #require(result.program).variableReferences
        #expect(references.map(\.state) == ["Set", "Each", "Ask", "Out"])
        #expect(references.map(\.variables) == [["a", "z"], ["list"], ["w", "x"], ["first"]])
    }

    @Test func tasksKeepTheirFields() throws {
        let graph = try #require(check(OwnDefinitions.everything).program).graph
        guard case .task(let task) = state("Check", of: graph) else { throw Missing() }
        #expect(task.resource.handler == "arn:aws:states:::sqs:sendMessage")
        #expect(task.resource.resourceType == "sqs")
        #expect(task.resource.action == "sendMessage.waitForTaskToken")
        #expect(task.resource.waitsForToken)
        guard case .path(let limit) = task.timeout, case .constant(60) = task.heartbeat else { throw Missing() }
        #expect(limit.text == "$.limit")
        #expect(task.retry.count == 2)
        #expect(task.retry.first?.backoffRate == 1.5)
        #expect(task.retry.first?.maxDelaySeconds == 60)
        #expect(task.retry.first?.hasFullJitter == true)
        #expect(task.retry.last == Retrier(errorEquals: ["States.ALL"]))
        #expect(task.catchers.map(\.next) == [5])
        #expect(task.next == .next(1))
        #expect(graph.states.first?.assign != nil)
    }

    @Test func choicesKeepTheirTests() throws {
        let graph = try #require(check(OwnDefinitions.everything).program).graph
        guard case .choice(let choice) = state("Which?", of: graph) else { throw Missing() }
        #expect(choice.rules.map(\.next) == [4, 3])
        #expect(choice.defaultNext == 2)
        guard case .and(let parts) = choice.rules.first?.condition, parts.count == 2 else { throw Missing() }
        guard case .test(let variable, .numeric(.greaterThan, .constant(let number))) = parts[0] else {
            throw Missing()
        }
        #expect(variable.text == "$.n")
        #expect(number.doubleValue == 1.5)
        guard case .not(.test(_, .matches("a*"))) = parts[1] else { throw Missing() }
        guard case .or(let others) = choice.rules.last?.condition else { throw Missing() }
        guard case .test(_, .timestamp(.lessThanEquals, .path)) = others[0] else { throw Missing() }
        guard case .test(let name, .isPresent(true)) = others[1] else { throw Missing() }
        #expect(name.variableName == "last")
    }

    @Test func distributedMapsKeepTheirParts() throws {
        let graph = try #require(check(OwnDefinitions.everything).program).graph
        guard case .map(let map) = state("Each", of: graph) else { throw Missing() }
        #expect(map.mode == .distributed)
        #expect(map.childType == .standard)
        #expect(map.label == "each")
        #expect(map.itemReader?.headers == ["a", "b"])
        #expect(map.itemReader?.delimiter == "TAB")
        #expect(map.resultWriter?.transformation == "FLATTEN")
        guard case .constant(0.5) = map.toleratedFailurePercentage else { throw Missing() }
        guard case .constant(10) = map.itemBatcher?.maxItems else { throw Missing() }
    }

    @Test func nullAndAbsentPathsDiffer() throws {
        let graph = try #require(check(OwnDefinitions.everything).program).graph
        guard case .parallel(let parallel) = state("Both", of: graph), case .null = parallel.resultPath else {
            throw Missing()
        }
        guard case .pass(let pass) = state("Left", of: parallel.branches[0]), case .path = pass.resultPath else {
            throw Missing()
        }
        #expect(pass.result?.text == #"{"a":[1,2]}"#)
        guard case .task(let task) = state("Right", of: parallel.branches[1]), case .whole = task.resultPath else {
            throw Missing()
        }
        #expect(task.resource.kind == .function)
    }

    private struct Missing: Error {}
}

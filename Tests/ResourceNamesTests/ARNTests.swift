import ResourceNames
import Testing

/// Reading and writing resource names.
@Suite struct ARNTests {
    private static let territory = Territory(account: "123456789012", region: "us-east-1")

    @Test(arguments: [
        "arn:aws:states:us-east-1:123456789012:stateMachine:M", "arn:aws:states:::lambda:invoke",
        "arn:aws-cn:sqs:cn-north-1:123456789012:queue",
        "arn:aws:lambda:us-east-1:123456789012:function:f:$LATEST", "arn:aws:iam::123456789012:role/path/r",
    ])
    func aNameComesBackAsItWasRead(text: String) {
        #expect(ARN(text)?.text == text)
    }

    @Test(arguments: [
        "", "arn", "arn:aws:states:us-east-1:1", "arn:aws:states:us-east-1:1:", "arn::states:r:1:x", "arn:aws::r:1:x",
        "urn:aws:s:r:1:x",
    ])
    func whatIsNoNameIsNotRead(text: String) {
        #expect(ARN(text) == nil)
    }

    @Test func theResourceKeepsItsColons() {
        let arn = ARN("arn:aws:lambda:us-east-1:123456789012:function:f:1")
        #expect(arn?.resource == "function:f:1")
        #expect(arn?.resourceParts == ["function", "f", "1"])
        #expect(arn?.service == "lambda")
    }

    @Test func aStateMachineHasOneForm() {
        let machine = StateMachineARN(territory: Self.territory, name: "Orders")
        #expect(machine.text == "arn:aws:states:us-east-1:123456789012:stateMachine:Orders")
        #expect(StateMachineARN(machine.text) == machine)
    }

    @Test(arguments: [
        "arn:aws:states:us-east-1:123456789012:stateMachine:M:1", "arn:aws:states:us-east-1:123456789012:stateMachine:",
        "arn:aws:states::123456789012:stateMachine:M", "arn:aws:states:us-east-1::stateMachine:M",
        "arn:aws:sqs:us-east-1:123456789012:stateMachine:M",
        "arn:aws:states:us-east-1:123456789012:activity:M", "M",
    ])
    func anythingElseIsNoStateMachine(text: String) {
        #expect(StateMachineARN(text) == nil)
    }

    @Test func anExecutionIsStandardOrExpress() {
        let machine = StateMachineARN(territory: Self.territory, name: "Orders")
        let standard = ExecutionARN(stateMachine: machine, name: "run-1")
        #expect(standard.text == "arn:aws:states:us-east-1:123456789012:execution:Orders:run-1")
        #expect(ExecutionARN(standard.text) == standard)
        let express = ExecutionARN(stateMachine: machine, name: "run-1", expressID: "id")
        #expect(express.text == "arn:aws:states:us-east-1:123456789012:express:Orders:run-1:id")
        #expect(ExecutionARN(express.text) == express)
    }

    @Test(arguments: [
        "arn:aws:states:us-east-1:123456789012:execution:M", "arn:aws:states:us-east-1:123456789012:execution:M:n:x",
        "arn:aws:states:us-east-1:123456789012:express:M:n", "arn:aws:states:us-east-1:123456789012:execution::n",
        "arn:aws:states:us-east-1:123456789012:execution:M:", "arn:aws:states:us-east-1:123456789012:stateMachine:M",
        "run-1",
    ])
    func anythingElseIsNoExecution(text: String) {
        #expect(ExecutionARN(text) == nil)
    }
}

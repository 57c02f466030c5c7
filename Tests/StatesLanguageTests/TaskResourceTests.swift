import Testing

@testable import StatesLanguage

/// Resources taken apart.
struct TaskResourceTests {
    @Test func integrationsAreTakenApart() {
        let resource = TaskResource("arn:aws:states:::states:startExecution.sync:2")
        #expect(resource?.handler == "arn:aws:states:::states:startExecution")
        #expect(resource?.resourceType == "states")
        #expect(resource?.action == "startExecution.sync:2")
        #expect(resource?.sync == 2)
        let sdk = TaskResource("arn:aws-cn:states:::aws-sdk:dynamodb:putItem.waitForTaskToken")
        #expect(sdk?.handler == "arn:aws-cn:states:::aws-sdk:dynamodb:putItem")
        #expect(sdk?.resourceType == "aws-sdk:dynamodb")
        #expect(sdk?.action == "putItem.waitForTaskToken")
    }

    @Test(arguments: [
        "arn:aws:lambda:us-east-1:123456789012:function:f", "arn:aws:lambda:us-east-1:123456789012:function:f:$LATEST",
        "arn:aws:lambda:::function:f:live-1",
    ])
    func functionsAreKnown(text: String) {
        #expect(TaskResource(text)?.kind == .function)
        #expect(TaskResource(text)?.handler == text)
    }

    @Test(arguments: [
        "arn:aws:lambda:us-east-1:123456789012:function:", "arn:aws:lambda:us-east-1:123456789012:function:f:",
        "arn:aws:lambda:us-east-1:123456789012:function:f:$*#", "arn:aws:lambda:us-east-1:1:layer:f",
        "arn:aws:states:::sqs",
        "arn:aws:states:::aws-sdk:sqs", "arn:aws:states:::sqs:", "arn:aws:states:us-east-1:1:activity:",
        "arn:aws:swf:us-east-1:1:task:X", "f",
    ])
    func othersAreNot(text: String) {
        #expect(TaskResource(text) == nil)
    }
}

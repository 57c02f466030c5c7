import AWSWire
import JSONTree
import Testing

/// Which policies a queue takes.
@Suite struct QueuePolicyTests {
    private static func policy(_ statement: String) -> String {
        #"{"Version":"2012-10-17","Statement":[\#(statement)]}"#
    }

    @Test(arguments: [
        #"{"a":1}"#, "[]", "no JSON", policy(#"{"Effect":"Nope","Principal":"*","Action":"sqs:*","Resource":"*"}"#),
        policy(#"{"Effect":"Allow","Action":"sqs:*","Resource":"*"}"#),
        policy(#"{"Effect":"Allow","Principal":"*","Action":"s3:Get*","Resource":"*"}"#),
        policy(#"{"Effect":"Allow","Principal":"*","Action":"sqs:SendMessages","Resource":"*"}"#),
        policy(#"{"Effect":"Allow","Principal":"*","Action":["sqs:SendMessage","sns:Publish"],"Resource":"*"}"#),
        policy(#"{"Effect":"Allow","Principal":{"AWS":"nobody"},"Action":"sqs:*","Resource":"*"}"#),
        policy(#"{"Effect":"Allow","Principal":"*","Action":"sqs:*","Resource":"*","Condition":{"Nope":{"a":"b"}}}"#),
    ])
    func whatIsNoPolicyOfAQueueIsRefusedAndChangesNothing(text: String) async throws {
        let world = try QueueWorld()
        let queue = try await world.queue("orders")
        let attributes: JSON = ["Policy": .string(text)]
        let error = await world.failure("SetQueueAttributes", ["QueueUrl": queue, "Attributes": attributes])
        #expect(error?.code == "InvalidAttributeValue")
        #expect(error?.message == "Invalid value for the parameter Policy.")
        #expect(try await world.attribute(queue, "Policy") == nil)
        let creation: JSON = ["QueueName": "other", "Attributes": attributes]
        #expect(await world.failure("CreateQueue", creation)?.code == "InvalidAttributeValue")
    }

    @Test(arguments: [
        policy(#"{"Effect":"Allow","Principal":"*","Action":"SQS:SendMessage","Resource":"*"}"#),
        policy(
            #"{"Sid":"a b","Effect":"Deny","Principal":{"AWS":"111122223333"},"NotAction":"sqs:Get*","Resource":"*"}"#),
        policy(
            #"{"Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},"Action":["sqs:*Message*","*"],"Resource":"*"}"#
        ),
        policy(#"{"Effect":"Allow","Principal":"*","Action":"sqs:SendMessage"}"#),
    ])
    func policiesOfQueuesAreKeptAsTheyAre(text: String) async throws {
        let world = try QueueWorld()
        let queue = try await world.queue("orders", ["Policy": .string(text)])
        #expect(try await world.attribute(queue, "Policy") == text)
    }
}

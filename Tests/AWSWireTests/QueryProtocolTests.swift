import JSONTree
import Testing

@testable import AWSWire

@Suite struct QueryProtocolTests {
    private let form: [(name: String, value: String)] = [
        ("content-type", "application/x-www-form-urlencoded; charset=utf-8")
    ]

    private func call(
        _ action: any AWSWire.Operation, _ service: String, path: String = "/", query: String = "", body: String
    ) async -> (
        status: Int, text: String
    ) {
        let reply = await EchoDoor(service, action).door.answer(request("POST", path, query: query, form, body: body))
        return (reply.status, String(decoding: reply.body, as: UTF8.self))
    }

    /// The text of an element, with XML's escapes taken back.
    private func element(_ name: String, _ text: String) -> String? {
        let parts = text.split(separator: "<\(name)>", maxSplits: 1)
        guard parts.count == 2, let inside = parts[1].split(separator: "</\(name)>", maxSplits: 1).first else {
            return nil
        }
        return String(inside).replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&amp;", with: "&")
    }

    @Test(arguments: [
        (
            "QueueUrl=u&MessageBody=a+b%26c&DelaySeconds=5&MessageAttribute.2.Name=n&MessageAttribute.2.Value.DataType=Number&MessageAttribute.2.Value.StringValue=7&MessageAttribute.1.Name=s&MessageAttribute.1.Value.DataType=String&MessageAttribute.1.Value.StringValue=x",
            #"{"QueueUrl":"u","MessageBody":"a b&c","DelaySeconds":5,"MessageAttributes":{"s":{"StringValue":"x","DataType":"String"},"n":{"StringValue":"7","DataType":"Number"}}}"#
        ),
        (
            "QueueUrl=u&MessageBody=%C3%A4&MessageSystemAttribute.1.Name=AWSTraceHeader&MessageSystemAttribute.1.Value.DataType=String&MessageSystemAttribute.1.Value.StringValue=t",
            #"{"QueueUrl":"u","MessageBody":"ä","MessageSystemAttributes":{"AWSTraceHeader":{"StringValue":"t","DataType":"String"}}}"#
        ),
    ])
    func flattenedParametersOfQueuesBecomeTheirShape(parameters: String, input: String) async {
        let (status, text) = await call(
            SendMessage(), "sqs", body: "Action=SendMessage&Version=2012-11-05&" + parameters)
        #expect(status == 200)
        #expect(element("MessageId", text) == input)
        #expect(
            text.hasPrefix(
                #"<?xml version="1.0"?><SendMessageResponse xmlns="http://queue.amazonaws.com/doc/2012-11-05/"><SendMessageResult>"#
            ))
        #expect(text.contains("<MD5OfMessageBody>a&lt;b&amp;c&#xD;</MD5OfMessageBody>"))
        #expect(
            text.hasSuffix(
                "</SendMessageResult><ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ResponseMetadata></SendMessageResponse>"
            ))
    }

    @Test func batchesGoBothWays() async {
        let (_, text) = await call(
            SendMessageBatch(), "sqs",
            body:
                "Action=SendMessageBatch&QueueUrl=u&SendMessageBatchRequestEntry.1.Id=a&SendMessageBatchRequestEntry.1.MessageBody=x&SendMessageBatchRequestEntry.10.Id=c&SendMessageBatchRequestEntry.10.MessageBody=z&SendMessageBatchRequestEntry.2.Id=b&SendMessageBatchRequestEntry.2.MessageBody=y"
        )
        #expect(
            element("MessageId", text)
                == #"{"QueueUrl":"u","Entries":[{"Id":"a","MessageBody":"x"},{"Id":"b","MessageBody":"y"},{"Id":"c","MessageBody":"z"}]}"#
        )
        #expect(text.contains("<SendMessageBatchResultEntry><Id>a</Id>"))
        #expect(
            text.contains(
                "<BatchResultErrorEntry><Id>b</Id><SenderFault>true</SenderFault><Code>X</Code></BatchResultErrorEntry>"
            ))
    }

    @Test func messagesCarryTheirAttributesFlat() async {
        let (_, text) = await call(
            ReceiveMessage(), "sqs", path: "/000000000000/orders",
            body:
                "Action=ReceiveMessage&AttributeName.1=All&MessageAttributeName.1=a&MessageAttributeName.2=b&MaxNumberOfMessages=3"
        )
        #expect(
            element("Body", text)
                == #"{"AttributeNames":["All"],"MessageAttributeNames":["a","b"],"MaxNumberOfMessages":3,"QueueUrl":"http://127.0.0.1:4566/000000000000/orders"}"#
        )
        #expect(
            text.contains(
                "<Attribute><Name>SenderId</Name><Value>me</Value></Attribute><Attribute><Name>ApproximateReceiveCount</Name><Value>1</Value></Attribute>"
            ))
        #expect(
            text.contains(
                "<MessageAttribute><Name>k</Name><Value><StringValue>v</StringValue><DataType>String</DataType></Value></MessageAttribute>"
            )
        )
    }

    @Test func nestedMapsAndListsOfTopicsBecomeTheirShape() async {
        let (_, text) = await call(
            Publish(), "sns",
            body:
                "Action=Publish&Version=2010-03-31&TopicArn=t&Message=m&MessageAttributes.entry.1.Name=k&MessageAttributes.entry.1.Value.DataType=String&MessageAttributes.entry.1.Value.StringValue=v"
        )
        #expect(
            element("MessageId", text)
                == #"{"TopicArn":"t","Message":"m","MessageAttributes":{"k":{"DataType":"String","StringValue":"v"}}}"#)
        #expect(text.contains(#"<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>"#))
    }

    @Test func actionsWithoutOutputHaveNoResult() async {
        let (status, text) = await call(
            DeleteTopic(), "sns", query: "Action=DeleteTopic&TopicArn=t&Version=2010-03-31", body: "")
        #expect(status == 200)
        #expect(
            text
                == #"<?xml version="1.0"?><DeleteTopicResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><ResponseMetadata><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ResponseMetadata></DeleteTopicResponse>"#
        )
    }

    @Test func errorsHaveTheCodeAndStatusOfTheQueryProtocol() async {
        let (status, text) = await call(Publish(), "sns", body: "Action=Publish&Message=fail&TopicArn=t")
        #expect(status == 404)
        #expect(
            text
                == #"<?xml version="1.0"?><ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>NotFound</Code><Message>Topic does not exist</Message></Error><RequestId>00000000-0000-4000-8000-000000000000</RequestId></ErrorResponse>"#
        )
        let queue = await call(GetQueueUrl(), "sqs", body: "Action=GetQueueUrl&QueueName=q")
        #expect(queue.status == 400)
        #expect(queue.text.contains("<Code>AWS.SimpleQueueService.NonExistentQueue</Code>"))
    }

    @Test func timesAreWrittenAsISO8601AndListsByMember() async {
        let (_, text) = await call(
            AssumeRole(), "sts",
            body:
                "Action=AssumeRole&Version=2011-06-15&RoleArn=arn:aws:iam::000000000000:role/x&RoleSessionName=me&Tags.member.1.Key=a&Tags.member.1.Value=b"
        )
        #expect(text.contains("<Expiration>2026-11-23T23:44:00.123Z</Expiration>"))
        #expect(text.contains("<PackedPolicySize>6</PackedPolicySize>"))
        #expect(
            element("SourceIdentity", text)
                == #"{"RoleArn":"arn:aws:iam::000000000000:role/x","RoleSessionName":"me","Tags":[{"Key":"a","Value":"b"}]}"#
        )
    }

    @Test(arguments: [
        ("Action=Nope&Version=2010-03-31", "InvalidAction"), ("Version=2010-03-31", "MissingAction"),
        ("Action=%zz", "MalformedQueryString"),
        ("Action=Publish", "ValidationError"), ("Action=Subscribe&TopicArn=t&Protocol=sqs", "InvalidAction"),
        ("Action=Publish&Message=m&MessageAttributes.entry.1.Value.DataType=String", "MalformedInput"),
    ])
    func badRequestsAreRefused(body: String, code: String) async {
        let (status, text) = await call(Publish(), "sns", body: body)
        #expect(status == 400)
        #expect(element("Code", text) == code)
    }
}

import JSONTree
import Testing

@testable import AWSWire

@Suite struct RESTProtocolTests {
    @Test func pathQueryHeadersAndPayloadOfAnInvocationAreBound() async {
        let reply = await EchoDoor("lambda", Invoke()).door.answer(
            request(
                "POST",
                "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A000000000000%3Afunction%3Af/invocations",
                query: "Qualifier=%24LATEST",
                [("x-amz-invocation-type", "RequestResponse"), ("x-amz-log-type", "Tail")], body: "not json"))
        #expect(reply.status == 200)
        #expect(String(decoding: reply.body, as: UTF8.self) == "not json")
        #expect(
            reply.headers.first { $0.name == "Seen" }?.value
                == #"{"FunctionName":"arn:aws:lambda:us-east-1:000000000000:function:f","InvocationType":"RequestResponse","LogType":"Tail","Qualifier":"$LATEST"}"#
        )
        #expect(reply.headers.count { $0.name == "X-Amz-Function-Error" } == 1)
        #expect(reply.headers.first { $0.name == "X-Amz-Executed-Version" }?.value == "$LATEST")
    }

    @Test func anEventIsAcceptedWithAnEmptyBody() async {
        let reply = await EchoDoor("lambda", Invoke()).door.answer(
            request("POST", "/2015-03-31/functions/f/invocations", [("x-amz-invocation-type", "Event")], body: "{}"))
        #expect(reply.status == 202)
        #expect(reply.body.isEmpty)
    }

    @Test func errorsNameTheirTypeInAHeader() async throws {
        let reply = await EchoDoor("lambda", Invoke()).door.answer(
            request("POST", "/2015-03-31/functions/none/invocations"))
        #expect(reply.status == 404)
        #expect(try JSON.parse(reply.body) == ["Type": "User", "Message": "Function not found", "Extra": 1])
        #expect(reply.headers.first { $0.name == "x-amzn-ErrorType" }?.value == "ResourceNotFoundException")
    }

    @Test func theStatusOfTheModelIsUsed() async {
        let reply = await EchoDoor("lambda", CreateEventSourceMapping()).door.answer(
            request("POST", "/2015-03-31/event-source-mappings/", body: #"{"FunctionName":"f","BatchSize":10}"#))
        #expect(reply.status == 202)
        #expect(
            String(decoding: reply.body, as: UTF8.self)
                == #"{"FunctionArn":"{\"FunctionName\":\"f\",\"BatchSize\":10}"}"#)
    }

    @Test func listsInTheQueryStringAreCollected() async {
        let reply = await EchoDoor("lambda", UntagResource()).door.answer(
            request(
                "DELETE", "/2017-03-31/tags/arn%3Aaws%3Alambda%3Aus-east-1%3A000000000000%3Afunction%3Af",
                query: "tagKeys=a&tagKeys=b"))
        #expect(reply.status == 204)
        #expect(
            reply.headers.first { $0.name == "Seen" }?.value
                == #"{"Resource":"arn:aws:lambda:us-east-1:000000000000:function:f","TagKeys":["a","b"]}"#)
    }

    @Test func limitsHoldInTheQueryStringToo() async throws {
        let reply = await EchoDoor("lambda", ListFunctions()).door.answer(
            request("GET", "/2015-03-31/functions/", query: "MaxItems=0"))
        #expect(reply.status == 400)
        #expect(
            try JSON.parse(reply.body)["message"]
                == "1 validation error detected: Value '0' at 'maxItems' failed to satisfy constraint: Member must have value greater than or equal to 1"
        )
    }

    @Test(arguments: [("", true), ("MaxItems=3", true), ("find=LayerVersion&Arn=a", false), ("find=Other", true)])
    func actionsOfOnePathAreToldApartByTheQueryString(query: String, isServed: Bool) async {
        // Only ListLayers is served: what asks for a version by its ARN leads elsewhere.
        let reply = await EchoDoor("lambda", ListLayers()).door.answer(
            request("GET", "/2018-10-31/layers", query: query))
        #expect((reply.status == 200) == isServed)
    }

    @Test(arguments: [
        ("GET", "/2015-03-31/functions/f/nothing"), ("GET", "/favicon.ico"), ("PATCH", "/2015-03-31/functions/f"),
    ])
    func unknownPathsAreNotFound(method: String, path: String) async {
        let reply = await EchoDoor("lambda", Invoke()).door.answer(request(method, path))
        #expect(reply.status == 404)
        #expect(reply.headers.first { $0.name == "x-amzn-ErrorType" }?.value == "UnknownOperationException")
    }
}

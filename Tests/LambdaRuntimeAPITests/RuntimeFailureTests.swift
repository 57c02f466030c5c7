import LambdaRuntimeAPI
import Testing

struct RuntimeFailureTests {
    @Test func theDocumentNamesTypeMessageAndStack() {
        let text = #"{"errorMessage":"no such order","errorType":"OrderMissing","stackTrace":["a","b"]}"#
        let failure = RuntimeFailure(body: Array(text.utf8), header: "Other")
        #expect(failure.type == "OrderMissing")
        #expect(failure.message == "no such order")
        #expect(failure.stackJSON == #"["a","b"]"#)
        #expect(String(decoding: failure.document, as: UTF8.self) == text)
    }

    @Test(arguments: [("Function.Odd", "Function.Odd"), ("", "Runtime.Unknown"), (nil, "Runtime.Unknown")])
    func theHeaderNamesTheTypeOfADocumentWithoutOne(header: String?, type: String) {
        #expect(RuntimeFailure(body: Array("{}".utf8), header: header).type == type)
    }

    @Test(arguments: ["no JSON", "[1]", "\"text\"", "{\"a\":"]) func otherTextsAreTheMessage(text: String) {
        let failure = RuntimeFailure(body: Array(text.utf8), header: "A")
        #expect(failure.message == text)
        #expect(failure.document.isEmpty)
    }
}

struct RuntimeInvocationTests {
    @Test func headersWithoutAValueOrWithLineBreaksAreLeftOut() {
        let invocation = RuntimeInvocation(
            call: 1, requestID: "id", arn: "arn", deadlineMilliseconds: 5, trace: "Root=1\r\nEvil: yes",
            clientContext: "", payload: [])
        #expect(
            invocation.headers.map(\.name) == [
                "Lambda-Runtime-Aws-Request-Id", "Lambda-Runtime-Deadline-Ms", "Lambda-Runtime-Invoked-Function-Arn",
            ])
    }
}

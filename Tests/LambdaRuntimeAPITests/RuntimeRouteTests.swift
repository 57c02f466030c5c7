import LambdaRuntimeAPI
import Testing

struct RuntimeRouteTests {
    @Test(
        arguments: [
            ("GET", "/2018-06-01/runtime/invocation/next", .next), ("GET", "/2018-06-01/ping", .ping),
            ("GET", "/2018-06-01/runtime/invocation/next?a=/b", .next),
            ("POST", "/2018-06-01/runtime/invocation/8476a536/response", .response(requestID: "8476a536")),
            ("POST", "/2018-06-01/runtime/invocation/8476a536/error", .error(requestID: "8476a536")),
            ("POST", "/2018-06-01/runtime/init/error", .initError),
            ("POST", "/2018-06-01/runtime/invocation/next", .wrongMethod),
            ("GET", "/2018-06-01/runtime/init/error", .wrongMethod),
            ("DELETE", "/2018-06-01/runtime/invocation/x/response", .wrongMethod),
        ] as [(String, String, RuntimeRoute)])
    func pathsOfTheInterfaceAreKnown(method: String, target: String, route: RuntimeRoute) {
        #expect(RuntimeRoute(method: method, target: target) == route)
    }

    @Test(arguments: [
        "", "/", "*", "?", "2018-06-01/runtime/invocation/next", "/2018-06-02/runtime/invocation/next", "/2018-06-01",
        "/2018-06-01/runtime/invocation/next/", "/2018-06-01//runtime/invocation/next",
        "/2018-06-01/runtime/invocation/x/response/y",
        "/2018-06-01/runtime/invocation/x/answer", "/2020-01-01/extension/register", "http://127.0.0.1/2018-06-01/ping",
    ])
    func otherPathsAreUnknown(target: String) { #expect(RuntimeRoute(method: "GET", target: target) == .unknown) }
}

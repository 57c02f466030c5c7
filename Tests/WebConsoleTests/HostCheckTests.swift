import AWSWire
import Testing

@testable import WebConsole

/// Pages elsewhere reach nothing.
struct HostCheckTests {
    @Test(arguments: [
        ("localhost:4566", true), ("127.0.0.1", true), ("[::1]:4566", true), ("a.localhost:1", true),
        ("10.0.0.7:4566", true),
        ("box", true), ("evil.example", false), ("127.0.0.1.evil.example", false),
        ("localhost.evil.example:4566", false),
        ("1.2.3.256", false), ("", false),
    ])
    func onlyThisMachinesNamesAreTaken(host: String, isTaken: Bool) {
        #expect(HostCheck.isOwnName(host, configured: "box") == isTaken)
    }

    @Test(arguments: [
        ("GET", [:], true),
        ("GET", ["sec-fetch-site": "cross-site"], false),
        ("GET", ["origin": "http://evil.example"], false),
        ("POST", ["origin": "http://localhost:4566", "x-console": "1"], true),
        ("POST", ["origin": "http://localhost:4566"], false),
        ("POST", ["x-console": "1"], false),
        ("POST", ["origin": "http://localhost:1", "x-console": "1"], false),
        ("POST", ["origin": "null", "x-console": "1"], false),
    ])
    func writesComeFromOwnPages(method: String, headers: [String: String], isTaken: Bool) {
        let all = headers.merging(["host": "localhost:4566"]) { $1 }
        let request = WireRequest(method: method, path: "/", headers: all.map { ($0.key, $0.value) })
        let isRefused = (try? HostCheck.checkOrigin(of: request)) == nil
        #expect(isRefused != isTaken)
    }

    @Test(arguments: [
        ("/", true), ("/new", true), ("/machines/a", true), ("/machines/a/edit", true), ("/executions/m/e", true),
        ("/queues", true), ("/machines", false), ("/000000000000/queue", false), ("/bucket/key", false),
        ("/executions/m", false), ("/2015-03-31/functions", false),
    ])
    func aVisitIsAPageOnThePagesPathsOnly(path: String, isPage: Bool) {
        func request(_ headers: [(String, String)]) -> WireRequest {
            WireRequest(method: "GET", path: path, headers: headers)
        }
        #expect(PagePath.isPage(request([("accept", "text/html,*/*")])) == isPage)
        #expect(PagePath.isPage(request([("sec-fetch-mode", "navigate")])) == isPage)
        #expect(!PagePath.isPage(request([("sec-fetch-mode", "cors"), ("accept", "text/html")])))
        #expect(!PagePath.isPage(request([("accept", "*/*")])))
        #expect(!PagePath.isPage(request([("accept", "text/html"), ("host", "bucket.s3.localhost:4566")])))
        let scope = "AWS4-HMAC-SHA256 Credential=test/20261126/us-east-1/s3/aws4_request"
        #expect(!PagePath.isPage(request([("accept", "text/html"), ("authorization", scope)])))
    }
}

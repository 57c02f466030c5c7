import AWSWire
import ResourceNames
import Testing

/// Signature Version 4 against the vectors that AWS publishes with its test suite.
struct SignatureTests {
    private let scope = SigningScope(date: "20150830", region: "us-east-1", service: "service")

    private func signature(_ request: WireRequest) -> String {
        var request = request
        request.headers += [
            (name: "host", value: "example.amazonaws.com"), (name: "x-amz-date", value: "20150830T123600Z"),
        ]
        let canonical = CanonicalRequest(
            request, signing: Array(Set(request.headers.map(\.name))),
            payloadHash: CanonicalRequest.hash(of: request.body))
        return scope.signature(
            of: canonical, at: "20150830T123600Z", secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
    }

    @Test(arguments: [
        ("GET", "/", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        ("POST", "/", "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
        (
            "GET", "/", "Param2=value2&Param1=value1",
            "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"
        ),
        (
            "GET", "/", "Param1=value2&Param1=Value1",
            "eedbc4e291e521cf13422ffca22be7d2eb8146eecf653089df300a15b2382bd1"
        ),
        ("GET", "/\u{1234}", "", "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"),
        ("GET", "/example/..", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        ("GET", "/./", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
        ("GET", "//example//", "", "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84"),
        ("GET", "/example space/", "", "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741"),
        (
            "GET", "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "",
            "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f"
        ),
    ])
    func requestsHaveTheirPublishedSignatures(method: String, path: String, query: String, expected: String) {
        #expect(signature(WireRequest(method: method, path: path, query: query)) == expected)
    }

    @Test func aFormIsSignedWithItsBody() {
        let request = WireRequest(
            method: "POST", path: "/",
            headers: [(name: "content-type", value: "application/x-www-form-urlencoded")],
            body: Array("Param1=value1".utf8))
        #expect(signature(request) == "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a")
    }

    @Test func blanksInHeadersDoNotCount() {
        let request = WireRequest(
            method: "GET", path: "/",
            headers: [(name: "my-header1", value: " value1"), (name: "my-header2", value: "\"a   b   c\"")])
        #expect(signature(request) == "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736")
    }

    /// What the suite leaves open follows the user guide.
    @Test func theSignatureItselfCanBeLeftOutOfTheQuery() {
        let request = WireRequest(method: "GET", path: "/a%2Fb c", query: "X-Amz-Signature=1&b=%2f&a")
        let canonical = CanonicalRequest(
            request, signing: [], payloadHash: "UNSIGNED-PAYLOAD", path: .asSent, leavingOut: ["X-Amz-Signature"])
        #expect(canonical.text == "GET\n/a/b%20c\na=&b=%2F\n\n\nUNSIGNED-PAYLOAD")
    }

    @Test func aSignerAddsWhatTheOtherSideNeeds() {
        let signer = RequestSigner(
            AWSCredentials(accessKeyID: "AKIDEXAMPLE", secret: "secret", sessionToken: "token"), region: "eu-west-1",
            service: "dynamodb")
        let request = WireRequest(method: "POST", path: "/", headers: [(name: "host", value: "h")])
        let signed = signer.signed(request, at: Timestamp(milliseconds: 1_440_938_160_500))
        #expect(signed.header("x-amz-date") == "20150830T123600Z")
        #expect(signed.header("x-amz-security-token") == "token")
        let authorization = signed.header("authorization") ?? ""
        #expect(
            authorization.hasPrefix(
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/eu-west-1/dynamodb/aws4_request, "
                    + "SignedHeaders=host;x-amz-date;x-amz-security-token, Signature="))
        // The scope that the front door reads is the one that was signed.
        #expect(CredentialScope(of: signed)?.service == "dynamodb")
    }

    @Test func secretsAreInNoDescription() {
        let credentials = AWSCredentials(accessKeyID: "A", secret: "hidden", sessionToken: "hidden")
        var dumped = ""
        dump(credentials, to: &dumped)
        #expect(!"\(credentials)\(String(reflecting: credentials))\(dumped)".contains("hidden"))
    }
}

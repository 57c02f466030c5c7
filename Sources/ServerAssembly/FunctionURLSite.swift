import AWSWire
import Gateway
import LambdaService

/// The URLs of functions before another site, which takes what is for neither them nor the AWS APIs.
struct FunctionURLSite: GatewaySite {
    let urls: FunctionURLs
    let gatekeeper: (any Gatekeeper)?
    let next: any GatewaySite

    func takes(_ request: WireRequest) -> Bool { urls.takes(request) || next.takes(request) }

    func answer(_ request: WireRequest) async -> SiteReply {
        guard urls.takes(request) else { return await next.answer(request) }
        let reply = await urls.answer(request, gatekeeper: gatekeeper)
        return reply.pieces.map { .streamed(reply, $0) } ?? .whole(reply)
    }
}

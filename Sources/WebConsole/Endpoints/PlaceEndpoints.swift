import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames

/// Where one is: accounts and regions, and who is signed in.
enum PlaceEndpoints {
    /// Its endpoints.
    static let routes: [ConsoleRoute] = [
        ConsoleRoute("GET", "session") { request async throws(ServiceError) in
            let territory = request.context.territory
            let caller = request.context.sender?.caller.name
            return JSON.object([
                "account": .string(territory.account), "region": .string(territory.region),
                "caller": caller.map { JSON.string($0) } ?? JSON.null,
                "deploys": .bool(request.services.dispatcher.serves("cloudformation")),
            ])
        },
        ConsoleRoute("GET", "territories") { request async throws(ServiceError) in
            var list = try await request.services.territories()
            if let own = request.context.sender?.caller.account { list.removeAll { $0.account != own } }
            let here = request.context.territory
            if !list.contains(here) { list.append(here) }
            list.sort { ($0.account, $0.region) < ($1.account, $1.region) }
            return [
                "territories": .array(
                    list.map { ["account": .string($0.account), "region": .string($0.region)] })
            ]
        },
    ]
}

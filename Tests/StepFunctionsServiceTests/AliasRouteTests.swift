import Testing

@testable import StepFunctionsService

/// An alias divides starts by weight.
struct AliasRouteTests {
    @Test(arguments: [
        (weights: [100], of: [100]), (weights: [30, 70], of: [30, 70]), (weights: [0, 100], of: [0, 100]),
        (weights: [99, 1], of: [99, 1]),
    ])
    func ofAHundredChancesEachVersionGetsItsWeight(weights: [Int], of expected: [Int]) {
        let routes = weights.enumerated().map { AliasRoute(version: $0 + 1, weight: $1) }
        let taken = (0..<100).map { AliasRoute.chosen(from: routes, by: UInt64($0) + 400).version }
        #expect(routes.map { route in taken.count { $0 == route.version } } == expected)
    }
}

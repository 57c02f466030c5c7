import AWSWire
import JSONTree

/// How patiently an HTTP endpoint is tried again.
///
/// Source: Amazon SNS developer guide, "Amazon SNS message delivery retries": first without delay, then at the least delay, then with growing
/// delays, then at the greatest.
struct DeliveryPolicy: Sendable {
    /// How delays grow from the least to the greatest.
    private enum Growth: String {
        case linear, arithmetic, geometric, exponential
    }

    private var least = 20
    private var greatest = 20
    private var retries = 3
    private var withoutDelay = 0
    private var atLeast = 0
    private var atGreatest = 0
    private var growth = Growth.linear
    /// Messages a second; `nil` for no bound.
    private(set) var rate: Int?
    /// What the body is said to be.
    private(set) var contentType = "text/plain; charset=UTF-8"

    /// What AWS does when nobody says otherwise.
    static let standard = DeliveryPolicy()

    private init() {}

    /// Reads the policy of a subscription.
    ///
    /// - Parameter topic: That of its topic, whose `http` part counts when the subscription has none or may not have one.
    /// - Throws: `InvalidParameter` that says which member is out of range.
    init(subscription: String?, topic: String?) throws(ServiceError) {
        let http = try Self.object(topic)?["http"]
        self.init()
        if let http {
            try read(http["defaultHealthyRetryPolicy"], http["defaultThrottlePolicy"], http["defaultRequestPolicy"])
        }
        guard http?["disableSubscriptionOverrides"]?.boolValue != true, let own = try Self.object(subscription) else {
            return
        }
        try read(own["healthyRetryPolicy"], own["throttlePolicy"], own["requestPolicy"])
    }

    /// How long to wait before a retry; `nil` when none is left.
    ///
    /// - Parameter retry: The number of the retry, counted from 1.
    func pause(beforeRetry retry: Int) -> Duration? {
        guard retry <= retries else { return nil }
        if retry <= withoutDelay { return .zero }
        if retry <= withoutDelay + atLeast { return .seconds(least) }
        if retry > retries - atGreatest { return .seconds(greatest) }
        let steps = retries - withoutDelay - atLeast - atGreatest
        let step = retry - withoutDelay - atLeast - 1
        return .seconds(delay(step, of: steps))
    }

    /// The policy as AWS shows it.
    var shape: JSON {
        [
            "minDelayTarget": .integer(Int64(least)), "maxDelayTarget": .integer(Int64(greatest)),
            "numRetries": .integer(Int64(retries)), "numMaxDelayRetries": .integer(Int64(atGreatest)),
            "numNoDelayRetries": .integer(Int64(withoutDelay)), "numMinDelayRetries": .integer(Int64(atLeast)),
            "backoffFunction": .string(growth.rawValue),
        ]
    }

    private func delay(_ step: Int, of steps: Int) -> Int {
        guard steps > 1, greatest > least else { return least }
        let (low, high, part) = (Double(least), Double(greatest), Double(step) / Double(steps - 1))
        let grown =
            switch growth {
            case .linear: low + (high - low) * part
            case .arithmetic: low + (high - low) * part * (part + 1) / 2
            case .geometric: low + (high - low) * part * part
            case .exponential: low + (high - low) * (Self.power(part) - 1)
            }
        return Int(grown.rounded())
    }

    /// 2 to the power of a number between 0 and 1, near enough for seconds.
    private static func power(_ exponent: Double) -> Double {
        var (sum, term) = (1.0, 1.0)
        for place in 1...12 {
            term *= exponent * 0.693_147_180_559_945 / Double(place)
            sum += term
        }
        return sum
    }

    private static func object(_ text: String?) throws(ServiceError) -> JSON? {
        guard let text, !text.isEmpty else { return nil }
        guard let json = try? JSON.parse(text), json.isObject else {
            throw .invalid("DeliveryPolicy: failed to parse JSON.")
        }
        return json
    }

    private mutating func read(_ retry: JSON?, _ throttle: JSON?, _ request: JSON?) throws(ServiceError) {
        if let retry, !retry.isNull {
            least = try Self.number(retry, "minDelayTarget", 1...3_600, least)
            greatest = try Self.number(retry, "maxDelayTarget", least...3_600, max(least, greatest))
            retries = try Self.number(retry, "numRetries", 0...100, retries)
            withoutDelay = try Self.number(retry, "numNoDelayRetries", 0...100, 0)
            atLeast = try Self.number(retry, "numMinDelayRetries", 0...100, 0)
            atGreatest = try Self.number(retry, "numMaxDelayRetries", 0...100, 0)
            guard withoutDelay + atLeast + atGreatest <= retries else {
                throw .invalid("DeliveryPolicy: numRetries must be at least the sum of the retries of its phases")
            }
            if let name = retry["backoffFunction"]?.unlessNull {
                guard let known = name.stringValue.flatMap(Growth.init) else {
                    throw .invalid(
                        "DeliveryPolicy: backoffFunction must be linear, arithmetic, geometric or exponential")
                }
                growth = known
            }
        }
        if let most = throttle?["maxReceivesPerSecond"]?.unlessNull {
            guard let number = most.integerValue, number >= 1 else {
                throw .invalid("DeliveryPolicy: maxReceivesPerSecond must be at least 1")
            }
            rate = Int(clamping: number)
        }
        if let type = request?["headerContentType"]?.unlessNull {
            guard let text = type.stringValue, !text.isEmpty, text.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
            else {
                throw .invalid("DeliveryPolicy: headerContentType must be a media type")
            }
            contentType = text
        }
    }

    private static func number(
        _ shape: JSON, _ name: String, _ range: ClosedRange<Int>, _ fallback: Int
    ) throws(ServiceError) -> Int {
        guard let value = shape[name]?.unlessNull else { return fallback }
        guard let number = value.integerValue, range.contains(Int(clamping: number)) else {
            throw .invalid(
                "DeliveryPolicy: \(name) must be greater than or equal to \(range.lowerBound) and less than or equal to \(range.upperBound)"
            )
        }
        return Int(number)
    }
}

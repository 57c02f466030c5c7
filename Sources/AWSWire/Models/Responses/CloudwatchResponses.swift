// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `cloudwatch`.
    static let cloudwatch = ModelReader.read(
        #"""
        service cloudwatch - - - - coral
        action describeAlarms - DescribeAlarmsOutput
        action getMetricData - GetMetricDataOutput
        action getMetricStatistics - GetMetricStatisticsOutput
        action listMetrics - ListMetricsOutput
        boolean -boolean
        double -double
        integer -integer
        integer DatapointsToAlarm 1..
        integer EvaluationInterval 10..3600
        integer EvaluationPeriods 1..
        integer PendingPeriod 0..86400
        integer Period 1..
        integer RecoveryPeriod 0..86400
        list CompositeAlarms CompositeAlarm -
        list DatapointValues -double -
        list Datapoints Datapoint -
        list Dimensions Dimension - ..30
        list MetricAlarms MetricAlarm -
        list MetricDataQueries MetricDataQuery -
        list MetricDataResultMessages MessageData -
        list MetricDataResults MetricDataResult -
        list Metrics Metric -
        list OwningAccounts AccountId -
        list ResourceList ResourceName - ..5
        list Timestamps -timestamp -
        map DatapointValueMap -string -double - -
        string -string
        string AccountId 1..255
        string ActionsSuppressedBy enum WaitPeriod,ExtensionPeriod,Alarm
        string ActionsSuppressedReason 0..1024
        string AlarmArn 1..1600
        string AlarmDescription 0..1024
        string AlarmName 1..255
        string AlarmRule 1..10240
        string ComparisonOperator enum GreaterThanOrEqualToThreshold,GreaterThanThreshold,LessThanThreshold,LessThanOrEqualToThreshold,LessThanLowerOrGreaterThanUpperThreshold,LessThanLowerThreshold,GreaterThanUpperThreshold
        string DimensionName 1..255
        string DimensionValue 1..1024
        string EvaluateLowSampleCountPercentile 1..255
        string EvaluationState enum PARTIAL_DATA,EVALUATION_FAILURE,EVALUATION_ERROR
        string MetricExpression 1..2048
        string MetricId 1..255
        string MetricName 1..255
        string Namespace 1..255
        string Query 1..10000
        string ResourceName 1..1024
        string StandardUnit enum Seconds,Microseconds,Milliseconds,Bytes,Kilobytes,Megabytes,Gigabytes,Terabytes,Bits,Kilobits,Megabits,Gigabits,Terabits,Percent,Count,Bytes/Second,Kilobytes/Second,Megabytes/Second,Gigabytes/Second,Terabytes/Second,Bits/Second,Kilobits/Second,Megabits/Second,Gigabits/Second,Terabits/Second,Count/Second,None
        string StateReason 0..1023
        string StateReasonData 0..4000
        string StateValue enum OK,ALARM,INSUFFICIENT_DATA
        string Statistic enum SampleCount,Average,Sum,Minimum,Maximum
        string StatusCode enum Complete,InternalError,PartialData,Forbidden
        string TreatMissingData 1..255
        structure AlarmPromQLCriteria Query*:Query PendingPeriod:PendingPeriod RecoveryPeriod:RecoveryPeriod
        structure CompositeAlarm ActionsEnabled:-boolean AlarmActions:ResourceList AlarmArn:AlarmArn AlarmConfigurationUpdatedTimestamp:-timestamp AlarmDescription:AlarmDescription AlarmName:AlarmName AlarmRule:AlarmRule InsufficientDataActions:ResourceList OkActions:ResourceList StateReason:StateReason StateReasonData:StateReasonData StateUpdatedTimestamp:-timestamp StateValue:StateValue StateTransitionedTimestamp:-timestamp ActionsSuppressedBy:ActionsSuppressedBy ActionsSuppressedReason:ActionsSuppressedReason ActionsSuppressor:AlarmArn ActionsSuppressorWaitPeriod:-integer ActionsSuppressorExtensionPeriod:-integer
        structure Datapoint Timestamp:-timestamp SampleCount:-double Average:-double Sum:-double Minimum:-double Maximum:-double Unit:StandardUnit ExtendedStatistics:DatapointValueMap
        structure DescribeAlarmsOutput CompositeAlarms:CompositeAlarms MetricAlarms:MetricAlarms NextToken:-string
        structure Dimension Name*:DimensionName Value*:DimensionValue
        structure EvaluationCriteria PromQlCriteria:AlarmPromQLCriteria
        structure GetMetricDataOutput MetricDataResults:MetricDataResults NextToken:-string Messages:MetricDataResultMessages
        structure GetMetricStatisticsOutput Label:-string Datapoints:Datapoints
        structure ListMetricsOutput Metrics:Metrics NextToken:-string OwningAccounts:OwningAccounts
        structure MessageData Code:-string Value:-string
        structure Metric Namespace:Namespace MetricName:MetricName Dimensions:Dimensions
        structure MetricAlarm AlarmName:AlarmName AlarmArn:AlarmArn AlarmDescription:AlarmDescription AlarmConfigurationUpdatedTimestamp:-timestamp ActionsEnabled:-boolean OkActions:ResourceList AlarmActions:ResourceList InsufficientDataActions:ResourceList StateValue:StateValue StateReason:StateReason StateReasonData:StateReasonData StateUpdatedTimestamp:-timestamp MetricName:MetricName Namespace:Namespace Statistic:Statistic ExtendedStatistic:-string Dimensions:Dimensions Period:Period Unit:StandardUnit EvaluationPeriods:EvaluationPeriods DatapointsToAlarm:DatapointsToAlarm Threshold:-double ComparisonOperator:ComparisonOperator TreatMissingData:TreatMissingData EvaluateLowSampleCountPercentile:EvaluateLowSampleCountPercentile Metrics:MetricDataQueries ThresholdMetricId:MetricId EvaluationState:EvaluationState StateTransitionedTimestamp:-timestamp EvaluationCriteria:EvaluationCriteria EvaluationInterval:EvaluationInterval
        structure MetricDataQuery Id*:MetricId MetricStat:MetricStat Expression:MetricExpression Label:-string ReturnData:-boolean Period:Period AccountId:AccountId
        structure MetricDataResult Id:MetricId Label:-string Timestamps:Timestamps Values:DatapointValues StatusCode:StatusCode Messages:MetricDataResultMessages
        structure MetricStat Metric*:Metric Period*:Period Stat*:-string Unit:StandardUnit
        timestamp -timestamp
        """#)
}

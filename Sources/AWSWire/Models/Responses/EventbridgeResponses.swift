// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `eventbridge`.
    static let eventbridge = ModelReader.read(
        #"""
        service eventbridge - - - - coral
        action createEventBus - CreateEventBusResponse
        action describeRule - DescribeRuleResponse
        action listEventBuses - ListEventBusesResponse
        action listRules - ListRulesResponse
        action listTargetsByRule - ListTargetsByRuleResponse
        action putEvents - PutEventsResponse
        action putRule - PutRuleResponse
        action putTargets - PutTargetsResponse
        action removeTargets - RemoveTargetsResponse
        boolean -boolean
        integer -integer
        integer CapacityProviderStrategyItemBase 0..100000
        integer CapacityProviderStrategyItemWeight 0..1000
        integer LimitMin1 1..
        integer MaximumEventAgeInSeconds 60..86400
        integer MaximumRetryAttempts 0..185
        list CapacityProviderStrategy CapacityProviderStrategyItem - ..6
        list EventBusList EventBus -
        list PathParameterList -string -
        list PlacementConstraints PlacementConstraint - ..10
        list PlacementStrategies PlacementStrategy - ..5
        list PutEventsResultEntryList PutEventsResultEntry -
        list PutTargetsResultEntryList PutTargetsResultEntry -
        list RemoveTargetsResultEntryList RemoveTargetsResultEntry -
        list RuleResponseList Rule -
        list RunCommandTargetValues RunCommandTargetValue - 1..50
        list RunCommandTargets RunCommandTarget - 1..5
        list SageMakerPipelineParameterList SageMakerPipelineParameter - 0..200
        list Sqls Sql - 0..40
        list StringList -string -
        list TagList Tag -
        list TargetList Target - 1..100
        map HeaderParametersMap HeaderKey HeaderValue - -
        map QueryStringParametersMap QueryStringKey QueryStringValue - -
        map TransformerPaths InputTransformerPathKey TargetInputPath - - ..100
        string -string
        string Arn 1..1600
        string AssignPublicIp enum ENABLED,DISABLED
        string CapacityProvider 1..255
        string CreatedBy 1..128
        string Database 1..64
        string DbUser 1..128
        string EventBusDescription ..512
        string EventBusName 1..256
        string EventId ..64
        string EventPattern ..4096
        string GraphQLOperation 1..1048576
        string HeaderKey ..512
        string HeaderValue ..512
        string IncludeDetail enum NONE,FULL
        string InputTransformerPathKey 1..256
        string KmsKeyIdentifier ..2048
        string LaunchType enum EC2,FARGATE,EXTERNAL
        string Level enum OFF,ERROR,INFO,TRACE
        string ManagedBy 1..128
        string MessageGroupId ..100
        string NextToken 1..2048
        string PlacementConstraintExpression ..2000
        string PlacementConstraintType enum distinctInstance,memberOf
        string PlacementStrategyField ..255
        string PlacementStrategyType enum random,spread,binpack
        string PropagateTags enum TASK_DEFINITION
        string QueryStringKey ..512
        string QueryStringValue ..512
        string RedshiftSecretManagerArn 1..1600
        string ReferenceId ..1024
        string ResourceArn 1..1600
        string RoleArn 1..1600
        string RuleArn 1..1600
        string RuleDescription ..512
        string RuleName 1..64
        string RuleState enum ENABLED,DISABLED,ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS
        string RunCommandTargetKey 1..128
        string RunCommandTargetValue 1..256
        string SageMakerPipelineParameterName 1..256
        string SageMakerPipelineParameterValue ..1024
        string ScheduleExpression ..256
        string Sql 1..100000
        string StatementName 1..500
        string TagKey 1..128
        string TagValue 0..256
        string TargetArn 1..1600
        string TargetId 1..64
        string TargetInput ..8192
        string TargetInputPath ..256
        string TargetPartitionKeyPath ..256
        string TransformerInput 1..8192
        structure AppSyncParameters GraphQlOperation:GraphQLOperation
        structure AwsVpcConfiguration Subnets*:StringList SecurityGroups:StringList AssignPublicIp:AssignPublicIp
        structure BatchArrayProperties Size:-integer
        structure BatchParameters JobDefinition*:-string JobName*:-string ArrayProperties:BatchArrayProperties RetryStrategy:BatchRetryStrategy
        structure BatchRetryStrategy Attempts:-integer
        structure CapacityProviderStrategyItem CapacityProvider*:CapacityProvider Weight:CapacityProviderStrategyItemWeight Base:CapacityProviderStrategyItemBase
        structure CreateEventBusResponse EventBusArn:-string Description:EventBusDescription KmsKeyIdentifier:KmsKeyIdentifier DeadLetterConfig:DeadLetterConfig LogConfig:LogConfig
        structure DeadLetterConfig Arn:ResourceArn
        structure DescribeRuleResponse Name:RuleName Arn:RuleArn EventPattern:EventPattern ScheduleExpression:ScheduleExpression State:RuleState Description:RuleDescription RoleArn:RoleArn ManagedBy:ManagedBy EventBusName:EventBusName CreatedBy:CreatedBy
        structure EcsParameters TaskDefinitionArn*:Arn TaskCount:LimitMin1 LaunchType:LaunchType NetworkConfiguration:NetworkConfiguration PlatformVersion:-string Group:-string CapacityProviderStrategy:CapacityProviderStrategy EnableEcsManagedTags:-boolean EnableExecuteCommand:-boolean PlacementConstraints:PlacementConstraints PlacementStrategy:PlacementStrategies PropagateTags:PropagateTags ReferenceId:ReferenceId Tags:TagList
        structure EventBus Name:-string Arn:-string Description:EventBusDescription Policy:-string CreationTime:-timestamp LastModifiedTime:-timestamp
        structure HttpParameters PathParameterValues:PathParameterList HeaderParameters:HeaderParametersMap QueryStringParameters:QueryStringParametersMap
        structure InputTransformer InputPathsMap:TransformerPaths InputTemplate*:TransformerInput
        structure KinesisParameters PartitionKeyPath*:TargetPartitionKeyPath
        structure ListEventBusesResponse EventBuses:EventBusList NextToken:NextToken
        structure ListRulesResponse Rules:RuleResponseList NextToken:NextToken
        structure ListTargetsByRuleResponse Targets:TargetList NextToken:NextToken
        structure LogConfig IncludeDetail:IncludeDetail Level:Level
        structure NetworkConfiguration AwsvpcConfiguration:AwsVpcConfiguration
        structure PlacementConstraint Type:PlacementConstraintType Expression:PlacementConstraintExpression
        structure PlacementStrategy Type:PlacementStrategyType Field:PlacementStrategyField
        structure PutEventsResponse FailedEntryCount:-integer Entries:PutEventsResultEntryList
        structure PutEventsResultEntry EventId:EventId ErrorCode:-string ErrorMessage:-string
        structure PutRuleResponse RuleArn:RuleArn
        structure PutTargetsResponse FailedEntryCount:-integer FailedEntries:PutTargetsResultEntryList
        structure PutTargetsResultEntry TargetId:TargetId ErrorCode:-string ErrorMessage:-string
        structure RedshiftDataParameters SecretManagerArn:RedshiftSecretManagerArn Database*:Database DbUser:DbUser Sql:Sql StatementName:StatementName WithEvent:-boolean Sqls:Sqls
        structure RemoveTargetsResponse FailedEntryCount:-integer FailedEntries:RemoveTargetsResultEntryList
        structure RemoveTargetsResultEntry TargetId:TargetId ErrorCode:-string ErrorMessage:-string
        structure RetryPolicy MaximumRetryAttempts:MaximumRetryAttempts MaximumEventAgeInSeconds:MaximumEventAgeInSeconds
        structure Rule Name:RuleName Arn:RuleArn EventPattern:EventPattern State:RuleState Description:RuleDescription ScheduleExpression:ScheduleExpression RoleArn:RoleArn ManagedBy:ManagedBy EventBusName:EventBusName
        structure RunCommandParameters RunCommandTargets*:RunCommandTargets
        structure RunCommandTarget Key*:RunCommandTargetKey Values*:RunCommandTargetValues
        structure SageMakerPipelineParameter Name*:SageMakerPipelineParameterName Value*:SageMakerPipelineParameterValue
        structure SageMakerPipelineParameters PipelineParameterList:SageMakerPipelineParameterList
        structure SqsParameters MessageGroupId:MessageGroupId
        structure Tag Key*:TagKey Value*:TagValue
        structure Target Id*:TargetId Arn*:TargetArn RoleArn:RoleArn Input:TargetInput InputPath:TargetInputPath InputTransformer:InputTransformer KinesisParameters:KinesisParameters RunCommandParameters:RunCommandParameters EcsParameters:EcsParameters BatchParameters:BatchParameters SqsParameters:SqsParameters HttpParameters:HttpParameters RedshiftDataParameters:RedshiftDataParameters SageMakerPipelineParameters:SageMakerPipelineParameters DeadLetterConfig:DeadLetterConfig RetryPolicy:RetryPolicy AppSyncParameters:AppSyncParameters
        timestamp -timestamp
        """#)
}

// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `scheduler`.
    static let scheduler = ModelReader.read(
        #"""
        service scheduler - - - - coral
        action createSchedule - CreateScheduleOutput
        action createScheduleGroup - CreateScheduleGroupOutput
        action deleteSchedule - DeleteScheduleOutput
        action deleteScheduleGroup - DeleteScheduleGroupOutput
        action getSchedule - GetScheduleOutput
        action getScheduleGroup - GetScheduleGroupOutput
        action listScheduleGroups - ListScheduleGroupsOutput
        action listSchedules - ListSchedulesOutput
        action listTagsForResource - ListTagsForResourceOutput
        action tagResource - TagResourceOutput
        action untagResource - UntagResourceOutput
        action updateSchedule - UpdateScheduleOutput
        boolean -boolean
        integer CapacityProviderStrategyItemBase 0..100000
        integer CapacityProviderStrategyItemWeight 0..1000
        integer MaximumEventAgeInSeconds 60..86400
        integer MaximumRetryAttempts 0..185
        integer MaximumWindowInMinutes 1..1440
        integer TaskCount 1..10
        list CapacityProviderStrategy CapacityProviderStrategyItem - 0..6
        list PlacementConstraints PlacementConstraint - 0..10
        list PlacementStrategies PlacementStrategy - 0..5
        list SageMakerPipelineParameterList SageMakerPipelineParameter - 0..200
        list ScheduleGroupList ScheduleGroupSummary -
        list ScheduleList ScheduleSummary -
        list SecurityGroups SecurityGroup - 1..5
        list Subnets Subnet - 1..16
        list TagList Tag - 0..200
        list Tags TagMap - 0..50
        map TagMap TagKey TagValue - -
        string ActionAfterCompletion enum NONE,DELETE
        string AssignPublicIp enum ENABLED,DISABLED
        string CapacityProvider 1..255
        string DeadLetterConfigArnString 1..1600
        string Description 0..512
        string DetailType 1..128
        string FlexibleTimeWindowMode enum OFF,FLEXIBLE
        string Group 1..255
        string KmsKeyArn 1..2048
        string LaunchType enum EC2,FARGATE,EXTERNAL
        string MessageGroupId 1..128
        string Name 1..64
        string NextToken 1..2048
        string PlacementConstraintExpression 0..2000
        string PlacementConstraintType enum distinctInstance,memberOf
        string PlacementStrategyField 0..255
        string PlacementStrategyType enum random,spread,binpack
        string PlatformVersion 1..64
        string PropagateTags enum TASK_DEFINITION
        string ReferenceId 0..1024
        string RoleArn 1..1600
        string SageMakerPipelineParameterName 1..256
        string SageMakerPipelineParameterValue 1..1024
        string ScheduleArn 1..1224
        string ScheduleExpression 1..256
        string ScheduleExpressionTimezone 1..50
        string ScheduleGroupArn 1..1224
        string ScheduleGroupName 1..64
        string ScheduleGroupState enum ACTIVE,DELETING
        string ScheduleState enum ENABLED,DISABLED
        string SecurityGroup 1..1000
        string Source 1..256
        string Subnet 1..1000
        string TagKey 1..128
        string TagValue 1..256
        string TargetArn 1..1600
        string TargetInput 1..
        string TargetPartitionKey 1..256
        string TaskDefinitionArn 1..1600
        structure AwsVpcConfiguration AssignPublicIp:AssignPublicIp SecurityGroups:SecurityGroups Subnets*:Subnets
        structure CapacityProviderStrategyItem Base:CapacityProviderStrategyItemBase CapacityProvider*:CapacityProvider Weight:CapacityProviderStrategyItemWeight
        structure CreateScheduleGroupOutput ScheduleGroupArn*:ScheduleGroupArn
        structure CreateScheduleOutput ScheduleArn*:ScheduleArn
        structure DeadLetterConfig Arn:DeadLetterConfigArnString
        structure DeleteScheduleGroupOutput
        structure DeleteScheduleOutput
        structure EcsParameters CapacityProviderStrategy:CapacityProviderStrategy EnableEcsManagedTags:-boolean EnableExecuteCommand:-boolean Group:Group LaunchType:LaunchType NetworkConfiguration:NetworkConfiguration PlacementConstraints:PlacementConstraints PlacementStrategy:PlacementStrategies PlatformVersion:PlatformVersion PropagateTags:PropagateTags ReferenceId:ReferenceId Tags:Tags TaskCount:TaskCount TaskDefinitionArn*:TaskDefinitionArn
        structure EventBridgeParameters DetailType*:DetailType Source*:Source
        structure FlexibleTimeWindow MaximumWindowInMinutes:MaximumWindowInMinutes Mode*:FlexibleTimeWindowMode
        structure GetScheduleGroupOutput Arn:ScheduleGroupArn CreationDate:-timestamp LastModificationDate:-timestamp Name:ScheduleGroupName State:ScheduleGroupState
        structure GetScheduleOutput ActionAfterCompletion:ActionAfterCompletion Arn:ScheduleArn CreationDate:-timestamp Description:Description EndDate:-timestamp FlexibleTimeWindow:FlexibleTimeWindow GroupName:ScheduleGroupName KmsKeyArn:KmsKeyArn LastModificationDate:-timestamp Name:Name ScheduleExpression:ScheduleExpression ScheduleExpressionTimezone:ScheduleExpressionTimezone StartDate:-timestamp State:ScheduleState Target:Target
        structure KinesisParameters PartitionKey*:TargetPartitionKey
        structure ListScheduleGroupsOutput NextToken:NextToken ScheduleGroups*:ScheduleGroupList
        structure ListSchedulesOutput NextToken:NextToken Schedules*:ScheduleList
        structure ListTagsForResourceOutput Tags:TagList
        structure NetworkConfiguration AwsvpcConfiguration:AwsVpcConfiguration
        structure PlacementConstraint Expression:PlacementConstraintExpression Type:PlacementConstraintType
        structure PlacementStrategy Field:PlacementStrategyField Type:PlacementStrategyType
        structure RetryPolicy MaximumEventAgeInSeconds:MaximumEventAgeInSeconds MaximumRetryAttempts:MaximumRetryAttempts
        structure SageMakerPipelineParameter Name*:SageMakerPipelineParameterName Value*:SageMakerPipelineParameterValue
        structure SageMakerPipelineParameters PipelineParameterList:SageMakerPipelineParameterList
        structure ScheduleGroupSummary Arn:ScheduleGroupArn CreationDate:-timestamp LastModificationDate:-timestamp Name:ScheduleGroupName State:ScheduleGroupState
        structure ScheduleSummary Arn:ScheduleArn CreationDate:-timestamp GroupName:ScheduleGroupName LastModificationDate:-timestamp Name:Name State:ScheduleState Target:TargetSummary
        structure SqsParameters MessageGroupId:MessageGroupId
        structure Tag Key*:TagKey Value*:TagValue
        structure TagResourceOutput
        structure Target Arn*:TargetArn DeadLetterConfig:DeadLetterConfig EcsParameters:EcsParameters EventBridgeParameters:EventBridgeParameters Input:TargetInput KinesisParameters:KinesisParameters RetryPolicy:RetryPolicy RoleArn*:RoleArn SageMakerPipelineParameters:SageMakerPipelineParameters SqsParameters:SqsParameters
        structure TargetSummary Arn*:TargetArn
        structure UntagResourceOutput
        structure UpdateScheduleOutput ScheduleArn*:ScheduleArn
        timestamp -timestamp
        """#)
}

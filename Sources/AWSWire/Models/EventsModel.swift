// Made by Tools/wire-models.py; not edited by hand.

extension ServiceModel {
    /// Shapes of the actions of `events`.
    package static let events = ModelReader.read(
        #"""
        service events json 1.1 AWSEvents 2015-10-07 coral
        action PutEvents PutEventsRequest PutEventsResponse
        action TestEventPattern TestEventPatternRequest TestEventPatternResponse
        action CreateEventBus CreateEventBusRequest CreateEventBusResponse
        action DeleteEventBus DeleteEventBusRequest -
        action DescribeEventBus DescribeEventBusRequest DescribeEventBusResponse
        action ListEventBuses ListEventBusesRequest ListEventBusesResponse
        action PutRule PutRuleRequest PutRuleResponse
        action DescribeRule DescribeRuleRequest DescribeRuleResponse
        action ListRules ListRulesRequest ListRulesResponse
        action DeleteRule DeleteRuleRequest -
        action EnableRule EnableRuleRequest -
        action DisableRule DisableRuleRequest -
        action PutTargets PutTargetsRequest PutTargetsResponse
        action RemoveTargets RemoveTargetsRequest RemoveTargetsResponse
        action ListTargetsByRule ListTargetsByRuleRequest ListTargetsByRuleResponse
        action ListRuleNamesByTarget ListRuleNamesByTargetRequest ListRuleNamesByTargetResponse
        action TagResource TagResourceRequest TagResourceResponse
        action UntagResource UntagResourceRequest UntagResourceResponse
        action ListTagsForResource ListTagsForResourceRequest ListTagsForResourceResponse
        action CreateConnection CreateConnectionRequest CreateConnectionResponse
        action DescribeConnection DescribeConnectionRequest DescribeConnectionResponse
        action UpdateConnection UpdateConnectionRequest UpdateConnectionResponse
        action DeleteConnection DeleteConnectionRequest DeleteConnectionResponse
        action ListConnections ListConnectionsRequest ListConnectionsResponse
        action PutPermission PutPermissionRequest -
        action RemovePermission RemovePermissionRequest -
        error AccessDeniedException 400 AccessDeniedException message
        error ConcurrentModificationException 400 ConcurrentModificationException message
        error InternalException 500 InternalException message
        error InvalidEventPatternException 400 InvalidEventPatternException message
        error InvalidStateException 400 InvalidStateException message
        error LimitExceededException 400 LimitExceededException message
        error ManagedRuleException 400 ManagedRuleException message
        error OperationDisabledException 400 OperationDisabledException message
        error PolicyLengthExceededException 400 PolicyLengthExceededException message
        error ResourceAlreadyExistsException 400 ResourceAlreadyExistsException message
        error ResourceNotFoundException 400 ResourceNotFoundException message
        error ThrottlingException 400 ThrottlingException message
        string Action 1..64 pattern events:[a-zA-Z]+
        structure AppSyncParameters GraphQLOperation:GraphQLOperation
        string Arn 1..1600
        string AssignPublicIp enum ENABLED,DISABLED
        string AuthHeaderParameters 1..512 pattern ^[ \t]*[^\x00-\x1F:\x7F]+([ \t]+[^\x00-\x1F:\x7F]+)*[ \t]*$
        string AuthHeaderParametersSensitive 1..512 sensitive pattern ^[ \t]*[^\x00-\x1F:\x7F]+([ \t]+[^\x00-\x1F:\x7F]+)*[ \t]*$
        structure AwsVpcConfiguration Subnets*:StringList SecurityGroups:StringList AssignPublicIp:AssignPublicIp
        structure BatchArrayProperties Size:Integer
        structure BatchParameters JobDefinition*:String JobName*:String ArrayProperties:BatchArrayProperties RetryStrategy:BatchRetryStrategy
        structure BatchRetryStrategy Attempts:Integer
        boolean Boolean
        string CapacityProvider 1..255
        list CapacityProviderStrategy CapacityProviderStrategyItem member ..6
        structure CapacityProviderStrategyItem capacityProvider*:CapacityProvider weight:CapacityProviderStrategyItemWeight base:CapacityProviderStrategyItemBase
        integer CapacityProviderStrategyItemBase 0..100000
        integer CapacityProviderStrategyItemWeight 0..1000
        structure Condition Type*:String Key*:String Value*:String
        structure Connection ConnectionArn:ConnectionArn Name:ConnectionName ConnectionState:ConnectionState StateReason:ConnectionStateReason AuthorizationType:ConnectionAuthorizationType CreationTime:Timestamp LastModifiedTime:Timestamp LastAuthorizedTime:Timestamp
        structure ConnectionApiKeyAuthResponseParameters ApiKeyName:AuthHeaderParameters
        string ConnectionArn 1..1600 pattern ^arn:aws([a-z]|\-)*:events:([a-z]|\d|\-)*:([0-9]{12})?:connection\/[\.\-_A-Za-z0-9]+\/[\-A-Za-z0-9]+$
        structure ConnectionAuthResponseParameters BasicAuthParameters:ConnectionBasicAuthResponseParameters OAuthParameters:ConnectionOAuthResponseParameters ApiKeyAuthParameters:ConnectionApiKeyAuthResponseParameters InvocationHttpParameters:ConnectionHttpParameters ConnectivityParameters:DescribeConnectionConnectivityParameters
        string ConnectionAuthorizationType enum BASIC,OAUTH_CLIENT_CREDENTIALS,API_KEY
        structure ConnectionBasicAuthResponseParameters Username:AuthHeaderParameters
        structure ConnectionBodyParameter Key:String Value:SensitiveString IsValueSecret:Boolean
        list ConnectionBodyParametersList ConnectionBodyParameter member 0..100
        string ConnectionDescription ..512 pattern .*
        structure ConnectionHeaderParameter Key:HeaderKey Value:HeaderValueSensitive IsValueSecret:Boolean
        list ConnectionHeaderParametersList ConnectionHeaderParameter member 0..100
        structure ConnectionHttpParameters HeaderParameters:ConnectionHeaderParametersList QueryStringParameters:ConnectionQueryStringParametersList BodyParameters:ConnectionBodyParametersList
        string ConnectionName 1..64 pattern [\.\-_A-Za-z0-9]+
        structure ConnectionOAuthClientResponseParameters ClientID:AuthHeaderParameters
        string ConnectionOAuthHttpMethod enum GET,POST,PUT
        structure ConnectionOAuthResponseParameters ClientParameters:ConnectionOAuthClientResponseParameters AuthorizationEndpoint:HttpsEndpoint HttpMethod:ConnectionOAuthHttpMethod OAuthHttpParameters:ConnectionHttpParameters
        structure ConnectionQueryStringParameter Key:QueryStringKey Value:QueryStringValueSensitive IsValueSecret:Boolean
        list ConnectionQueryStringParametersList ConnectionQueryStringParameter member 0..100
        list ConnectionResponseList Connection member
        string ConnectionState enum CREATING,UPDATING,DELETING,AUTHORIZED,DEAUTHORIZED,AUTHORIZING,DEAUTHORIZING,ACTIVE,FAILED_CONNECTIVITY
        string ConnectionStateReason ..512 pattern .*
        structure ConnectivityResourceConfigurationArn ResourceConfigurationArn*:ResourceConfigurationArn
        structure ConnectivityResourceParameters ResourceParameters*:ConnectivityResourceConfigurationArn
        structure CreateConnectionApiKeyAuthRequestParameters ApiKeyName*:AuthHeaderParameters ApiKeyValue*:AuthHeaderParametersSensitive
        structure CreateConnectionAuthRequestParameters BasicAuthParameters:CreateConnectionBasicAuthRequestParameters OAuthParameters:CreateConnectionOAuthRequestParameters ApiKeyAuthParameters:CreateConnectionApiKeyAuthRequestParameters InvocationHttpParameters:ConnectionHttpParameters ConnectivityParameters:ConnectivityResourceParameters
        structure CreateConnectionBasicAuthRequestParameters Username*:AuthHeaderParameters Password*:AuthHeaderParametersSensitive
        structure CreateConnectionOAuthClientRequestParameters ClientID*:AuthHeaderParameters ClientSecret*:AuthHeaderParametersSensitive
        structure CreateConnectionOAuthRequestParameters ClientParameters*:CreateConnectionOAuthClientRequestParameters AuthorizationEndpoint*:HttpsEndpoint HttpMethod*:ConnectionOAuthHttpMethod OAuthHttpParameters:ConnectionHttpParameters
        structure CreateConnectionRequest Name*:ConnectionName Description:ConnectionDescription AuthorizationType*:ConnectionAuthorizationType AuthParameters*:CreateConnectionAuthRequestParameters InvocationConnectivityParameters:ConnectivityResourceParameters KmsKeyIdentifier:KmsKeyIdentifier
        structure CreateConnectionResponse ConnectionArn:ConnectionArn ConnectionState:ConnectionState CreationTime:Timestamp LastModifiedTime:Timestamp
        structure CreateEventBusRequest Name*:EventBusName EventSourceName:EventSourceName Description:EventBusDescription KmsKeyIdentifier:KmsKeyIdentifier DeadLetterConfig:DeadLetterConfig LogConfig:LogConfig Tags:TagList
        structure CreateEventBusResponse EventBusArn:String Description:EventBusDescription KmsKeyIdentifier:KmsKeyIdentifier DeadLetterConfig:DeadLetterConfig LogConfig:LogConfig
        string CreatedBy 1..128
        string Database 1..64
        string DbUser 1..128
        structure DeadLetterConfig Arn:ResourceArn
        structure DeleteConnectionRequest Name*:ConnectionName
        structure DeleteConnectionResponse ConnectionArn:ConnectionArn ConnectionState:ConnectionState CreationTime:Timestamp LastModifiedTime:Timestamp LastAuthorizedTime:Timestamp
        structure DeleteEventBusRequest Name*:EventBusName
        structure DeleteRuleRequest Name*:RuleName EventBusName:EventBusNameOrArn Force:Boolean
        structure DescribeConnectionConnectivityParameters ResourceParameters*:DescribeConnectionResourceParameters
        structure DescribeConnectionRequest Name*:ConnectionName
        structure DescribeConnectionResourceParameters ResourceConfigurationArn*:ResourceConfigurationArn ResourceAssociationArn*:ResourceAssociationArn
        structure DescribeConnectionResponse ConnectionArn:ConnectionArn Name:ConnectionName Description:ConnectionDescription InvocationConnectivityParameters:DescribeConnectionConnectivityParameters ConnectionState:ConnectionState StateReason:ConnectionStateReason AuthorizationType:ConnectionAuthorizationType SecretArn:SecretsManagerSecretArn KmsKeyIdentifier:KmsKeyIdentifier AuthParameters:ConnectionAuthResponseParameters CreationTime:Timestamp LastModifiedTime:Timestamp LastAuthorizedTime:Timestamp
        structure DescribeEventBusRequest Name:EventBusNameOrArn
        structure DescribeEventBusResponse Name:String Arn:String Description:EventBusDescription KmsKeyIdentifier:KmsKeyIdentifier DeadLetterConfig:DeadLetterConfig Policy:String LogConfig:LogConfig CreationTime:Timestamp LastModifiedTime:Timestamp
        structure DescribeRuleRequest Name*:RuleName EventBusName:EventBusNameOrArn
        structure DescribeRuleResponse Name:RuleName Arn:RuleArn EventPattern:EventPattern ScheduleExpression:ScheduleExpression State:RuleState Description:RuleDescription RoleArn:RoleArn ManagedBy:ManagedBy EventBusName:EventBusName CreatedBy:CreatedBy
        structure DisableRuleRequest Name*:RuleName EventBusName:EventBusNameOrArn
        structure EcsParameters TaskDefinitionArn*:Arn TaskCount:LimitMin1 LaunchType:LaunchType NetworkConfiguration:NetworkConfiguration PlatformVersion:String Group:String CapacityProviderStrategy:CapacityProviderStrategy EnableECSManagedTags:Boolean EnableExecuteCommand:Boolean PlacementConstraints:PlacementConstraints PlacementStrategy:PlacementStrategies PropagateTags:PropagateTags ReferenceId:ReferenceId Tags:TagList
        structure EnableRuleRequest Name*:RuleName EventBusName:EventBusNameOrArn
        string EndpointId 1..50 pattern ^[A-Za-z0-9\-]+[\.][A-Za-z0-9\-]+$
        string ErrorCode
        string ErrorMessage
        structure EventBus Name:String Arn:String Description:EventBusDescription Policy:String CreationTime:Timestamp LastModifiedTime:Timestamp
        string EventBusDescription ..512
        list EventBusList EventBus member
        string EventBusName 1..256 pattern [/\.\-_A-Za-z0-9]+
        string EventBusNameOrArn 1..1600 pattern (arn:aws[\w-]*:events:[a-z]+-[a-z]+-[\w-]+:[0-9]{12}:event-bus\/)?[/\.\-_A-Za-z0-9]+
        string EventId ..64
        string EventPattern ..4096
        string EventResource ..2048
        list EventResourceList EventResource member
        string EventSourceName 1..256 pattern aws\.partner(/[\.\-_A-Za-z0-9]+){2,}
        timestamp EventTime
        string GraphQLOperation 1..1048576 sensitive
        string HeaderKey ..512 pattern ^[!#$%&'*+-.^_`|~0-9a-zA-Z]+$
        map HeaderParametersMap HeaderKey HeaderValue key value
        string HeaderValue ..512 pattern ^[ \t]*[\x20-\x7E]+([ \t]+[\x20-\x7E]+)*[ \t]*$
        string HeaderValueSensitive ..512 sensitive pattern ^[ \t]*[\x20-\x7E]+([ \t]+[\x20-\x7E]+)*[ \t]*$
        structure HttpParameters PathParameterValues:PathParameterList HeaderParameters:HeaderParametersMap QueryStringParameters:QueryStringParametersMap
        string HttpsEndpoint 1..2048 pattern ^((%[0-9A-Fa-f]{2}|[-()_.!~*';/?:@\x26=+$,A-Za-z0-9])+)([).!';/?:,])?$
        string IncludeDetail enum NONE,FULL
        structure InputTransformer InputPathsMap:TransformerPaths InputTemplate*:TransformerInput
        string InputTransformerPathKey 1..256 pattern [A-Za-z0-9\_\-]+
        integer Integer
        structure KinesisParameters PartitionKeyPath*:TargetPartitionKeyPath
        string KmsKeyIdentifier ..2048 pattern ^[a-zA-Z0-9_\-/:]*$
        string LaunchType enum EC2,FARGATE,EXTERNAL
        string Level enum OFF,ERROR,INFO,TRACE
        integer LimitMax100 1..100
        integer LimitMin1 1..
        structure ListConnectionsRequest NamePrefix:ConnectionName ConnectionState:ConnectionState NextToken:NextToken Limit:LimitMax100
        structure ListConnectionsResponse Connections:ConnectionResponseList NextToken:NextToken
        structure ListEventBusesRequest NamePrefix:EventBusName NextToken:NextToken Limit:LimitMax100
        structure ListEventBusesResponse EventBuses:EventBusList NextToken:NextToken
        structure ListRuleNamesByTargetRequest TargetArn*:TargetArn EventBusName:EventBusNameOrArn NextToken:NextToken Limit:LimitMax100
        structure ListRuleNamesByTargetResponse RuleNames:RuleNameList NextToken:NextToken
        structure ListRulesRequest NamePrefix:RuleName EventBusName:EventBusNameOrArn NextToken:NextToken Limit:LimitMax100
        structure ListRulesResponse Rules:RuleResponseList NextToken:NextToken
        structure ListTagsForResourceRequest ResourceARN*:Arn
        structure ListTagsForResourceResponse Tags:TagList
        structure ListTargetsByRuleRequest Rule*:RuleName EventBusName:EventBusNameOrArn NextToken:NextToken Limit:LimitMax100
        structure ListTargetsByRuleResponse Targets:TargetList NextToken:NextToken
        structure LogConfig IncludeDetail:IncludeDetail Level:Level
        string ManagedBy 1..128
        integer MaximumEventAgeInSeconds 60..86400
        integer MaximumRetryAttempts 0..185
        string MessageGroupId ..100
        structure NetworkConfiguration awsvpcConfiguration:AwsVpcConfiguration
        string NextToken 1..2048
        string NonPartnerEventBusName 1..256 pattern [\.\-_A-Za-z0-9]+
        string NonPartnerEventBusNameOrArn 1..1600 pattern (arn:aws[\w-]*:events:[a-z]+-[a-z]+-[\w-]+:[0-9]{12}:event-bus\/)?[\.\-_A-Za-z0-9]+
        string PathParameter pattern ^(?!\s*$).+
        list PathParameterList PathParameter member
        structure PlacementConstraint type:PlacementConstraintType expression:PlacementConstraintExpression
        string PlacementConstraintExpression ..2000
        string PlacementConstraintType enum distinctInstance,memberOf
        list PlacementConstraints PlacementConstraint member ..10
        list PlacementStrategies PlacementStrategy member ..5
        structure PlacementStrategy type:PlacementStrategyType field:PlacementStrategyField
        string PlacementStrategyField ..255
        string PlacementStrategyType enum random,spread,binpack
        string Principal 1..12 pattern (\d{12}|\*)
        string PropagateTags enum TASK_DEFINITION
        structure PutEventsRequest Entries*:PutEventsRequestEntryList EndpointId:EndpointId
        structure PutEventsRequestEntry Time:EventTime Source:String Resources:EventResourceList DetailType:String Detail:String EventBusName:NonPartnerEventBusNameOrArn TraceHeader:TraceHeader
        list PutEventsRequestEntryList PutEventsRequestEntry member 1..10
        structure PutEventsResponse FailedEntryCount:Integer Entries:PutEventsResultEntryList
        structure PutEventsResultEntry EventId:EventId ErrorCode:ErrorCode ErrorMessage:ErrorMessage
        list PutEventsResultEntryList PutEventsResultEntry member
        structure PutPermissionRequest EventBusName:NonPartnerEventBusName Action:Action Principal:Principal StatementId:StatementId Condition:Condition Policy:String
        structure PutRuleRequest Name*:RuleName ScheduleExpression:ScheduleExpression EventPattern:EventPattern State:RuleState Description:RuleDescription RoleArn:RoleArn Tags:TagList EventBusName:EventBusNameOrArn
        structure PutRuleResponse RuleArn:RuleArn
        structure PutTargetsRequest Rule*:RuleName EventBusName:EventBusNameOrArn Targets*:TargetList
        structure PutTargetsResponse FailedEntryCount:Integer FailedEntries:PutTargetsResultEntryList
        structure PutTargetsResultEntry TargetId:TargetId ErrorCode:ErrorCode ErrorMessage:ErrorMessage
        list PutTargetsResultEntryList PutTargetsResultEntry member
        string QueryStringKey ..512 pattern [^\x00-\x1F\x7F]+
        map QueryStringParametersMap QueryStringKey QueryStringValue key value
        string QueryStringValue ..512 pattern [^\x00-\x09\x0B\x0C\x0E-\x1F\x7F]+
        string QueryStringValueSensitive ..512 sensitive pattern [^\x00-\x09\x0B\x0C\x0E-\x1F\x7F]+
        structure RedshiftDataParameters SecretManagerArn:RedshiftSecretManagerArn Database*:Database DbUser:DbUser Sql:Sql StatementName:StatementName WithEvent:Boolean Sqls:Sqls
        string RedshiftSecretManagerArn 1..1600 pattern (^arn:aws([a-z]|\-)*:secretsmanager:[a-z0-9-.]+:.*)|(\$(\.[\w_-]+(\[(\d+|\*)\])*)*)
        string ReferenceId ..1024
        structure RemovePermissionRequest StatementId:StatementId RemoveAllPermissions:Boolean EventBusName:NonPartnerEventBusName
        structure RemoveTargetsRequest Rule*:RuleName EventBusName:EventBusNameOrArn Ids*:TargetIdList Force:Boolean
        structure RemoveTargetsResponse FailedEntryCount:Integer FailedEntries:RemoveTargetsResultEntryList
        structure RemoveTargetsResultEntry TargetId:TargetId ErrorCode:ErrorCode ErrorMessage:ErrorMessage
        list RemoveTargetsResultEntryList RemoveTargetsResultEntry member
        string ResourceArn 1..1600
        string ResourceAssociationArn 17..2048 pattern ^arn:[a-z0-9\\-]+:vpc-lattice:[a-zA-Z0-9\\-]+:\\d{12}:servicenetworkresourceassociation/snra-[0-9a-z]{17}$
        string ResourceConfigurationArn 0..2048 pattern ^(?:^arn:[a-z0-9\-]+:vpc-lattice:[a-zA-Z0-9\-]+:\d{12}:resourceconfiguration/rcfg-[0-9a-z]{17}$|^$)
        structure RetryPolicy MaximumRetryAttempts:MaximumRetryAttempts MaximumEventAgeInSeconds:MaximumEventAgeInSeconds
        string RoleArn 1..1600
        structure Rule Name:RuleName Arn:RuleArn EventPattern:EventPattern State:RuleState Description:RuleDescription ScheduleExpression:ScheduleExpression RoleArn:RoleArn ManagedBy:ManagedBy EventBusName:EventBusName
        string RuleArn 1..1600
        string RuleDescription ..512
        string RuleName 1..64 pattern [\.\-_A-Za-z0-9]+
        list RuleNameList RuleName member
        list RuleResponseList Rule member
        string RuleState enum ENABLED,DISABLED,ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS
        structure RunCommandParameters RunCommandTargets*:RunCommandTargets
        structure RunCommandTarget Key*:RunCommandTargetKey Values*:RunCommandTargetValues
        string RunCommandTargetKey 1..128 pattern ^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$
        string RunCommandTargetValue 1..256
        list RunCommandTargetValues RunCommandTargetValue member 1..50
        list RunCommandTargets RunCommandTarget member 1..5
        structure SageMakerPipelineParameter Name*:SageMakerPipelineParameterName Value*:SageMakerPipelineParameterValue
        list SageMakerPipelineParameterList SageMakerPipelineParameter member 0..200
        string SageMakerPipelineParameterName 1..256 pattern ^[a-zA-Z0-9](-*[a-zA-Z0-9])*$
        string SageMakerPipelineParameterValue ..1024
        structure SageMakerPipelineParameters PipelineParameterList:SageMakerPipelineParameterList
        string ScheduleExpression ..256
        string SecretsManagerSecretArn 20..2048 pattern ^arn:aws([a-z]|\-)*:secretsmanager:([a-z]|\d|\-)*:([0-9]{12})?:secret:[\/_+=\.@\-A-Za-z0-9]+$
        string SensitiveString sensitive
        string Sql 1..100000 sensitive
        list Sqls Sql member 0..40 sensitive
        structure SqsParameters MessageGroupId:MessageGroupId
        string StatementId 1..64 pattern [a-zA-Z0-9-_]+
        string StatementName 1..500
        string String
        list StringList String member
        structure Tag Key*:TagKey Value*:TagValue
        string TagKey 1..128
        list TagKeyList TagKey member
        list TagList Tag member
        structure TagResourceRequest ResourceARN*:Arn Tags*:TagList
        structure TagResourceResponse 
        string TagValue 0..256
        structure Target Id*:TargetId Arn*:TargetArn RoleArn:RoleArn Input:TargetInput InputPath:TargetInputPath InputTransformer:InputTransformer KinesisParameters:KinesisParameters RunCommandParameters:RunCommandParameters EcsParameters:EcsParameters BatchParameters:BatchParameters SqsParameters:SqsParameters HttpParameters:HttpParameters RedshiftDataParameters:RedshiftDataParameters SageMakerPipelineParameters:SageMakerPipelineParameters DeadLetterConfig:DeadLetterConfig RetryPolicy:RetryPolicy AppSyncParameters:AppSyncParameters
        string TargetArn 1..1600
        string TargetId 1..64 pattern [\.\-_A-Za-z0-9]+
        list TargetIdList TargetId member 1..100
        string TargetInput ..8192
        string TargetInputPath ..256
        list TargetList Target member 1..100
        string TargetPartitionKeyPath ..256
        structure TestEventPatternRequest EventPattern*:EventPattern Event*:String
        structure TestEventPatternResponse Result:Boolean
        timestamp Timestamp
        string TraceHeader 1..500
        string TransformerInput 1..8192
        map TransformerPaths InputTransformerPathKey TargetInputPath key value ..100
        structure UntagResourceRequest ResourceARN*:Arn TagKeys*:TagKeyList
        structure UntagResourceResponse 
        structure UpdateConnectionApiKeyAuthRequestParameters ApiKeyName:AuthHeaderParameters ApiKeyValue:AuthHeaderParametersSensitive
        structure UpdateConnectionAuthRequestParameters BasicAuthParameters:UpdateConnectionBasicAuthRequestParameters OAuthParameters:UpdateConnectionOAuthRequestParameters ApiKeyAuthParameters:UpdateConnectionApiKeyAuthRequestParameters InvocationHttpParameters:ConnectionHttpParameters ConnectivityParameters:ConnectivityResourceParameters
        structure UpdateConnectionBasicAuthRequestParameters Username:AuthHeaderParameters Password:AuthHeaderParametersSensitive
        structure UpdateConnectionOAuthClientRequestParameters ClientID:AuthHeaderParameters ClientSecret:AuthHeaderParametersSensitive
        structure UpdateConnectionOAuthRequestParameters ClientParameters:UpdateConnectionOAuthClientRequestParameters AuthorizationEndpoint:HttpsEndpoint HttpMethod:ConnectionOAuthHttpMethod OAuthHttpParameters:ConnectionHttpParameters
        structure UpdateConnectionRequest Name*:ConnectionName Description:ConnectionDescription AuthorizationType:ConnectionAuthorizationType AuthParameters:UpdateConnectionAuthRequestParameters InvocationConnectivityParameters:ConnectivityResourceParameters KmsKeyIdentifier:KmsKeyIdentifier
        structure UpdateConnectionResponse ConnectionArn:ConnectionArn ConnectionState:ConnectionState CreationTime:Timestamp LastModifiedTime:Timestamp LastAuthorizedTime:Timestamp
        """#)
}

// Made by Tools/wire-models.py; not edited by hand.

extension ServiceModel {
    /// Shapes of the actions of `cloudformation`.
    package static let cloudFormation = ModelReader.read(
        #"""
        service cloudformation query - - 2010-05-15 query
        namespace http://cloudformation.amazonaws.com/doc/2010-05-15/
        action CreateStack CreateStackInput CreateStackOutput
        action UpdateStack UpdateStackInput UpdateStackOutput
        action DeleteStack DeleteStackInput -
        action DescribeStacks DescribeStacksInput DescribeStacksOutput
        action ListStacks ListStacksInput ListStacksOutput
        action DescribeStackEvents DescribeStackEventsInput DescribeStackEventsOutput
        action DescribeStackResource DescribeStackResourceInput DescribeStackResourceOutput
        action DescribeStackResources DescribeStackResourcesInput DescribeStackResourcesOutput
        action ListStackResources ListStackResourcesInput ListStackResourcesOutput
        action GetTemplate GetTemplateInput GetTemplateOutput
        action GetTemplateSummary GetTemplateSummaryInput GetTemplateSummaryOutput
        action ValidateTemplate ValidateTemplateInput ValidateTemplateOutput
        action CreateChangeSet CreateChangeSetInput CreateChangeSetOutput
        action DescribeChangeSet DescribeChangeSetInput DescribeChangeSetOutput
        action ExecuteChangeSet ExecuteChangeSetInput ExecuteChangeSetOutput
        action DeleteChangeSet DeleteChangeSetInput DeleteChangeSetOutput
        action ListChangeSets ListChangeSetsInput ListChangeSetsOutput
        action ListExports ListExportsInput ListExportsOutput
        action ListImports ListImportsInput ListImportsOutput
        action DescribeEvents DescribeEventsInput DescribeEventsOutput
        action CancelUpdateStack CancelUpdateStackInput -
        action ContinueUpdateRollback ContinueUpdateRollbackInput ContinueUpdateRollbackOutput
        action RollbackStack RollbackStackInput RollbackStackOutput
        action SetStackPolicy SetStackPolicyInput -
        action GetStackPolicy GetStackPolicyInput GetStackPolicyOutput
        action UpdateTerminationProtection UpdateTerminationProtectionInput UpdateTerminationProtectionOutput
        action EstimateTemplateCost EstimateTemplateCostInput EstimateTemplateCostOutput
        action DescribeAccountLimits DescribeAccountLimitsInput DescribeAccountLimitsOutput
        action SignalResource SignalResourceInput -
        error AlreadyExistsException 400 AlreadyExistsException message
        error ChangeSetNotFoundException 404 ChangeSetNotFound message
        error InsufficientCapabilitiesException 400 InsufficientCapabilitiesException message
        error InvalidChangeSetStatusException 400 InvalidChangeSetStatus message
        error LimitExceededException 400 LimitExceededException message
        error StackSetNotFoundException 404 StackSetNotFoundException message
        error TokenAlreadyExistsException 400 TokenAlreadyExistsException message
        structure AccountLimit Name:LimitName Value:LimitValue
        list AccountLimitList AccountLimit member
        string AfterContext
        string AfterValue
        string AfterValueFrom enum TEMPLATE
        string AllowedValue
        list AllowedValues AllowedValue member
        string Arn
        string AttributeChangeType enum Add,Remove,Modify,SyncWithActual
        string BeaconStackOperationStatus enum IN_PROGRESS,SUCCEEDED,FAILED
        string BeforeContext
        string BeforeValue
        string BeforeValueFrom enum PREVIOUS_DEPLOYMENT_STATE,ACTUAL_STATE
        string CallAs enum SELF,DELEGATED_ADMIN
        structure CancelUpdateStackInput StackName*:StackName ClientRequestToken:ClientRequestToken
        list Capabilities Capability member
        string CapabilitiesReason
        string Capability enum CAPABILITY_IAM,CAPABILITY_NAMED_IAM,CAPABILITY_AUTO_EXPAND
        string CausingEntity
        structure Change Type:ChangeType HookInvocationCount:HookInvocationCount ResourceChange:ResourceChange
        string ChangeAction enum Add,Modify,Remove,Import,Dynamic,SyncWithActual
        string ChangeSetId 1.. pattern arn:[-a-zA-Z0-9:/]*
        string ChangeSetName 1..128 pattern [a-zA-Z][-a-zA-Z0-9]*
        string ChangeSetNameOrId 1..1600 pattern [a-zA-Z][-a-zA-Z0-9]*|arn:[-a-zA-Z0-9:/]*
        string ChangeSetStatus enum CREATE_PENDING,CREATE_IN_PROGRESS,CREATE_COMPLETE,DELETE_PENDING,DELETE_IN_PROGRESS,DELETE_COMPLETE,DELETE_FAILED,FAILED
        string ChangeSetStatusReason
        list ChangeSetSummaries ChangeSetSummary member
        structure ChangeSetSummary StackId:StackId StackName:StackName ChangeSetId:ChangeSetId ChangeSetName:ChangeSetName ExecutionStatus:ExecutionStatus Status:ChangeSetStatus StatusReason:ChangeSetStatusReason CreationTime:CreationTime Description:Description IncludeNestedStacks:IncludeNestedStacks ParentChangeSetId:ChangeSetId RootChangeSetId:ChangeSetId ImportExistingResources:ImportExistingResources
        string ChangeSetType enum CREATE,UPDATE,IMPORT
        string ChangeSource enum ResourceReference,ParameterReference,ResourceAttribute,DirectModification,Automatic,NoModification
        string ChangeType enum Resource
        list Changes Change member
        string ClientRequestToken 1..128 pattern [a-zA-Z0-9][-a-zA-Z0-9]*
        string ClientToken 1..128
        structure ContinueUpdateRollbackInput StackName*:StackNameOrId RoleARN:RoleARN ResourcesToSkip:ResourcesToSkip ClientRequestToken:ClientRequestToken
        structure ContinueUpdateRollbackOutput 
        structure CreateChangeSetInput StackName*:StackNameOrId TemplateBody:TemplateBody TemplateURL:TemplateURL UsePreviousTemplate:UsePreviousTemplate Parameters:Parameters Capabilities:Capabilities ResourceTypes:ResourceTypes RoleARN:RoleARN RollbackConfiguration:RollbackConfiguration NotificationARNs:NotificationARNs Tags:Tags ChangeSetName*:ChangeSetName ClientToken:ClientToken Description:Description ChangeSetType:ChangeSetType ResourcesToImport:ResourcesToImport IncludeNestedStacks:IncludeNestedStacks OnStackFailure:OnStackFailure ImportExistingResources:ImportExistingResources DeploymentMode:DeploymentMode
        structure CreateChangeSetOutput Id:ChangeSetId StackId:StackId
        structure CreateStackInput StackName*:StackName TemplateBody:TemplateBody TemplateURL:TemplateURL Parameters:Parameters DisableRollback:DisableRollback RollbackConfiguration:RollbackConfiguration TimeoutInMinutes:TimeoutMinutes NotificationARNs:NotificationARNs Capabilities:Capabilities ResourceTypes:ResourceTypes RoleARN:RoleARN OnFailure:OnFailure StackPolicyBody:StackPolicyBody StackPolicyURL:StackPolicyURL Tags:Tags ClientRequestToken:ClientRequestToken EnableTerminationProtection:EnableTerminationProtection RetainExceptOnCreate:RetainExceptOnCreate
        structure CreateStackOutput StackId:StackId OperationId:OperationId
        timestamp CreationTime
        structure DeleteChangeSetInput ChangeSetName*:ChangeSetNameOrId StackName:StackNameOrId
        structure DeleteChangeSetOutput 
        structure DeleteStackInput StackName*:StackName RetainResources:RetainResources RoleARN:RoleARN ClientRequestToken:ClientRequestToken DeletionMode:DeletionMode
        string DeletionMode enum STANDARD,FORCE_DELETE_STACK
        timestamp DeletionTime
        string DeploymentMode enum REVERT_DRIFT
        structure DescribeAccountLimitsInput NextToken:NextToken
        structure DescribeAccountLimitsOutput AccountLimits:AccountLimitList NextToken:NextToken
        structure DescribeChangeSetInput ChangeSetName*:ChangeSetNameOrId StackName:StackNameOrId NextToken:NextToken IncludePropertyValues:IncludePropertyValues
        structure DescribeChangeSetOutput ChangeSetName:ChangeSetName ChangeSetId:ChangeSetId StackId:StackId StackName:StackName Description:Description Parameters:Parameters CreationTime:CreationTime ExecutionStatus:ExecutionStatus Status:ChangeSetStatus StatusReason:ChangeSetStatusReason StackDriftStatus:StackDriftStatus NotificationARNs:NotificationARNs RollbackConfiguration:RollbackConfiguration Capabilities:Capabilities Tags:Tags Changes:Changes NextToken:NextToken IncludeNestedStacks:IncludeNestedStacks ParentChangeSetId:ChangeSetId RootChangeSetId:ChangeSetId OnStackFailure:OnStackFailure ImportExistingResources:ImportExistingResources DeploymentMode:DeploymentMode
        structure DescribeEventsInput StackName:StackNameOrId ChangeSetName:ChangeSetNameOrId OperationId:OperationId Filters:EventFilter NextToken:NextToken
        structure DescribeEventsOutput OperationEvents:OperationEvents NextToken:NextToken
        structure DescribeStackEventsInput StackName*:StackName NextToken:NextToken
        structure DescribeStackEventsOutput StackEvents:StackEvents NextToken:NextToken
        structure DescribeStackResourceInput StackName*:StackName LogicalResourceId*:LogicalResourceId
        structure DescribeStackResourceOutput StackResourceDetail:StackResourceDetail
        structure DescribeStackResourcesInput StackName:StackName LogicalResourceId:LogicalResourceId PhysicalResourceId:PhysicalResourceId
        structure DescribeStackResourcesOutput StackResources:StackResources
        structure DescribeStacksInput StackName:StackName NextToken:NextToken
        structure DescribeStacksOutput Stacks:Stacks NextToken:NextToken
        string Description 1..1024
        string DetailedStatus enum CONFIGURATION_COMPLETE,VALIDATION_FAILED
        boolean DisableRollback
        string DriftIgnoredReason enum MANAGED_BY_AWS,WRITE_ONLY_PROPERTY
        boolean EnableTerminationProtection
        structure EstimateTemplateCostInput TemplateBody:TemplateBody TemplateURL:TemplateURL Parameters:Parameters
        structure EstimateTemplateCostOutput Url:Url
        string EvaluationType enum Static,Dynamic
        structure EventFilter FailedEvents:FailedEventsFilter
        string EventId
        string EventType enum STACK_EVENT,PROGRESS_EVENT,VALIDATION_ERROR,PROVISIONING_ERROR,HOOK_INVOCATION_ERROR
        structure ExecuteChangeSetInput ChangeSetName*:ChangeSetNameOrId StackName:StackNameOrId ClientRequestToken:ClientRequestToken DisableRollback:DisableRollback RetainExceptOnCreate:RetainExceptOnCreate
        structure ExecuteChangeSetOutput 
        string ExecutionStatus enum UNAVAILABLE,AVAILABLE,EXECUTE_IN_PROGRESS,EXECUTE_COMPLETE,EXECUTE_FAILED,OBSOLETE
        structure Export ExportingStackId:StackId Name:ExportName Value:ExportValue
        string ExportName
        string ExportValue
        list Exports Export member
        boolean FailedEventsFilter
        structure GetStackPolicyInput StackName*:StackName
        structure GetStackPolicyOutput StackPolicyBody:StackPolicyBody
        structure GetTemplateInput StackName:StackName ChangeSetName:ChangeSetNameOrId TemplateStage:TemplateStage
        structure GetTemplateOutput TemplateBody:TemplateBody StagesAvailable:StageList
        structure GetTemplateSummaryInput TemplateBody:TemplateBody TemplateURL:TemplateURL StackName:StackNameOrId StackSetName:StackSetNameOrId CallAs:CallAs TemplateSummaryConfig:TemplateSummaryConfig
        structure GetTemplateSummaryOutput Parameters:ParameterDeclarations Description:Description Capabilities:Capabilities CapabilitiesReason:CapabilitiesReason ResourceTypes:ResourceTypes Version:Version Metadata:Metadata DeclaredTransforms:TransformsList ResourceIdentifierSummaries:ResourceIdentifierSummaries Warnings:Warnings
        string HookFailureMode enum FAIL,WARN
        integer HookInvocationCount 1..100
        string HookInvocationId 36..36 pattern ^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$
        string HookInvocationPoint enum PRE_PROVISION
        string HookStatus enum HOOK_IN_PROGRESS,HOOK_COMPLETE_SUCCEEDED,HOOK_COMPLETE_FAILED,HOOK_FAILED
        string HookStatusReason 1..1024
        string HookType 1..255
        boolean ImportExistingResources
        list Imports StackName member
        boolean IncludeNestedStacks
        boolean IncludePropertyValues
        list LastOperations OperationEntry member
        timestamp LastUpdatedTime
        string LimitName
        integer LimitValue
        structure ListChangeSetsInput StackName*:StackNameOrId NextToken:NextToken
        structure ListChangeSetsOutput Summaries:ChangeSetSummaries NextToken:NextToken
        structure ListExportsInput NextToken:NextToken
        structure ListExportsOutput Exports:Exports NextToken:NextToken
        structure ListImportsInput ExportName*:ExportName NextToken:NextToken
        structure ListImportsOutput Imports:Imports NextToken:NextToken
        structure ListStackResourcesInput StackName*:StackName NextToken:NextToken
        structure ListStackResourcesOutput StackResourceSummaries:StackResourceSummaries NextToken:NextToken
        structure ListStacksInput NextToken:NextToken StackStatusFilter:StackStatusFilter
        structure ListStacksOutput StackSummaries:StackSummaries NextToken:NextToken
        structure LiveResourceDrift PreviousValue:ResourceDriftPreviousValue ActualValue:ResourceDriftActualValue DriftDetectionTimestamp:Timestamp
        string LogicalIdHierarchy
        string LogicalResourceId
        list LogicalResourceIds LogicalResourceId member 1..200
        string Metadata
        structure ModuleInfo TypeHierarchy:TypeHierarchy LogicalIdHierarchy:LogicalIdHierarchy
        integer MonitoringTimeInMinutes 0..180
        string NextToken 1..1024
        boolean NoEcho
        string NotificationARN
        list NotificationARNs NotificationARN member ..5
        string OnFailure enum DO_NOTHING,ROLLBACK,DELETE
        string OnStackFailure enum DO_NOTHING,ROLLBACK,DELETE
        structure OperationEntry OperationType:OperationType OperationId:OperationId
        structure OperationEvent EventId:EventId StackId:StackId OperationId:OperationId OperationType:OperationType OperationStatus:BeaconStackOperationStatus EventType:EventType LogicalResourceId:LogicalResourceId PhysicalResourceId:PhysicalResourceId ResourceType:ResourceType Timestamp:Timestamp StartTime:Timestamp EndTime:Timestamp ResourceStatus:ResourceStatus ResourceStatusReason:ResourceStatusReason ResourceProperties:ResourceProperties ClientRequestToken:ClientRequestToken HookType:HookType HookStatus:HookStatus HookStatusReason:HookStatusReason HookInvocationPoint:HookInvocationPoint HookFailureMode:HookFailureMode DetailedStatus:DetailedStatus ValidationFailureMode:HookFailureMode ValidationName:ValidationName ValidationStatus:ValidationStatus ValidationStatusReason:ValidationStatusReason ValidationPath:ValidationPath
        list OperationEvents OperationEvent member
        string OperationId
        string OperationType enum CREATE_STACK,UPDATE_STACK,DELETE_STACK,CONTINUE_ROLLBACK,ROLLBACK,CREATE_CHANGESET
        structure Output OutputKey:OutputKey OutputValue:OutputValue Description:Description ExportName:ExportName
        string OutputKey
        string OutputValue
        list Outputs Output member
        structure Parameter ParameterKey:ParameterKey ParameterValue:ParameterValue UsePreviousValue:UsePreviousValue ResolvedValue:ParameterValue
        structure ParameterConstraints AllowedValues:AllowedValues
        structure ParameterDeclaration ParameterKey:ParameterKey DefaultValue:ParameterValue ParameterType:ParameterType NoEcho:NoEcho Description:Description ParameterConstraints:ParameterConstraints
        list ParameterDeclarations ParameterDeclaration member
        string ParameterKey
        string ParameterType
        string ParameterValue
        list Parameters Parameter member
        string PhysicalResourceId
        string PolicyAction enum Delete,Retain,Snapshot,ReplaceAndDelete,ReplaceAndRetain,ReplaceAndSnapshot
        string PreviousDeploymentContext
        string PropertyName
        string Replacement enum True,False,Conditional
        string RequiresRecreation enum Never,Conditionally,Always
        string ResourceAttribute enum Properties,Metadata,CreationPolicy,UpdatePolicy,DeletionPolicy,UpdateReplacePolicy,Tags
        structure ResourceChange PolicyAction:PolicyAction Action:ChangeAction LogicalResourceId:LogicalResourceId PhysicalResourceId:PhysicalResourceId ResourceType:ResourceType Replacement:Replacement Scope:Scope ResourceDriftStatus:StackResourceDriftStatus ResourceDriftIgnoredAttributes:ResourceDriftIgnoredAttributes Details:ResourceChangeDetails ChangeSetId:ChangeSetId ModuleInfo:ModuleInfo BeforeContext:BeforeContext AfterContext:AfterContext PreviousDeploymentContext:PreviousDeploymentContext
        structure ResourceChangeDetail Target:ResourceTargetDefinition Evaluation:EvaluationType ChangeSource:ChangeSource CausingEntity:CausingEntity
        list ResourceChangeDetails ResourceChangeDetail member
        string ResourceDriftActualValue
        structure ResourceDriftIgnoredAttribute Path:ResourcePropertyPath Reason:DriftIgnoredReason
        list ResourceDriftIgnoredAttributes ResourceDriftIgnoredAttribute member
        string ResourceDriftPreviousValue
        map ResourceIdentifierProperties ResourceIdentifierPropertyKey ResourceIdentifierPropertyValue key value 1..256
        string ResourceIdentifierPropertyKey 1..2048
        string ResourceIdentifierPropertyValue 1..2048
        list ResourceIdentifierSummaries ResourceIdentifierSummary member
        structure ResourceIdentifierSummary ResourceType:ResourceType LogicalResourceIds:LogicalResourceIds ResourceIdentifiers:ResourceIdentifiers
        list ResourceIdentifiers ResourceIdentifierPropertyKey member
        string ResourceProperties
        string ResourcePropertyPath
        string ResourceSignalStatus enum SUCCESS,FAILURE
        string ResourceSignalUniqueId 1..64
        string ResourceStatus enum CREATE_IN_PROGRESS,CREATE_FAILED,CREATE_COMPLETE,DELETE_IN_PROGRESS,DELETE_FAILED,DELETE_COMPLETE,DELETE_SKIPPED,UPDATE_IN_PROGRESS,UPDATE_FAILED,UPDATE_COMPLETE,IMPORT_FAILED,IMPORT_COMPLETE,IMPORT_IN_PROGRESS,IMPORT_ROLLBACK_IN_PROGRESS,IMPORT_ROLLBACK_FAILED,IMPORT_ROLLBACK_COMPLETE,EXPORT_FAILED,EXPORT_COMPLETE,EXPORT_IN_PROGRESS,EXPORT_ROLLBACK_IN_PROGRESS,EXPORT_ROLLBACK_FAILED,EXPORT_ROLLBACK_COMPLETE,UPDATE_ROLLBACK_IN_PROGRESS,UPDATE_ROLLBACK_COMPLETE,UPDATE_ROLLBACK_FAILED,ROLLBACK_IN_PROGRESS,ROLLBACK_COMPLETE,ROLLBACK_FAILED
        string ResourceStatusReason
        structure ResourceTargetDefinition Attribute:ResourceAttribute Name:PropertyName RequiresRecreation:RequiresRecreation Path:ResourcePropertyPath BeforeValue:BeforeValue AfterValue:AfterValue BeforeValueFrom:BeforeValueFrom AfterValueFrom:AfterValueFrom Drift:LiveResourceDrift AttributeChangeType:AttributeChangeType
        structure ResourceToImport ResourceType*:ResourceType LogicalResourceId*:LogicalResourceId ResourceIdentifier*:ResourceIdentifierProperties
        string ResourceToSkip pattern [a-zA-Z0-9]+|[a-zA-Z][-a-zA-Z0-9]*\.[a-zA-Z0-9]+
        string ResourceType 1..256
        list ResourceTypes ResourceType member
        list ResourcesToImport ResourceToImport member ..200
        list ResourcesToSkip ResourceToSkip member
        boolean RetainExceptOnCreate
        list RetainResources LogicalResourceId member
        string RoleARN 20..2048
        structure RollbackConfiguration RollbackTriggers:RollbackTriggers MonitoringTimeInMinutes:MonitoringTimeInMinutes
        structure RollbackStackInput StackName*:StackNameOrId RoleARN:RoleARN ClientRequestToken:ClientRequestToken RetainExceptOnCreate:RetainExceptOnCreate
        structure RollbackStackOutput StackId:StackId OperationId:OperationId
        structure RollbackTrigger Arn*:Arn Type*:Type
        list RollbackTriggers RollbackTrigger member ..5
        list Scope ResourceAttribute member
        structure SetStackPolicyInput StackName*:StackName StackPolicyBody:StackPolicyBody StackPolicyURL:StackPolicyURL
        structure SignalResourceInput StackName*:StackNameOrId LogicalResourceId*:LogicalResourceId UniqueId*:ResourceSignalUniqueId Status*:ResourceSignalStatus
        structure Stack StackId:StackId StackName*:StackName ChangeSetId:ChangeSetId Description:Description Parameters:Parameters CreationTime*:CreationTime DeletionTime:DeletionTime LastUpdatedTime:LastUpdatedTime RollbackConfiguration:RollbackConfiguration StackStatus*:StackStatus StackStatusReason:StackStatusReason DisableRollback:DisableRollback NotificationARNs:NotificationARNs TimeoutInMinutes:TimeoutMinutes Capabilities:Capabilities Outputs:Outputs RoleARN:RoleARN Tags:Tags EnableTerminationProtection:EnableTerminationProtection ParentId:StackId RootId:StackId DriftInformation:StackDriftInformation RetainExceptOnCreate:RetainExceptOnCreate DeletionMode:DeletionMode DetailedStatus:DetailedStatus LastOperations:LastOperations
        structure StackDriftInformation StackDriftStatus*:StackDriftStatus LastCheckTimestamp:Timestamp
        structure StackDriftInformationSummary StackDriftStatus*:StackDriftStatus LastCheckTimestamp:Timestamp
        string StackDriftStatus enum DRIFTED,IN_SYNC,UNKNOWN,NOT_CHECKED
        structure StackEvent StackId*:StackId EventId*:EventId StackName*:StackName OperationId:OperationId LogicalResourceId:LogicalResourceId PhysicalResourceId:PhysicalResourceId ResourceType:ResourceType Timestamp*:Timestamp ResourceStatus:ResourceStatus ResourceStatusReason:ResourceStatusReason ResourceProperties:ResourceProperties ClientRequestToken:ClientRequestToken HookType:HookType HookStatus:HookStatus HookStatusReason:HookStatusReason HookInvocationPoint:HookInvocationPoint HookInvocationId:HookInvocationId HookFailureMode:HookFailureMode DetailedStatus:DetailedStatus
        list StackEvents StackEvent member
        string StackId
        string StackName
        string StackNameOrId 1.. pattern ([a-zA-Z][-a-zA-Z0-9]*)|(arn:\b(aws|aws-us-gov|aws-cn)\b:[-a-zA-Z0-9:/._+]*)
        string StackPolicyBody 1..16384
        string StackPolicyDuringUpdateBody 1..16384
        string StackPolicyDuringUpdateURL 1..5120
        string StackPolicyURL 1..5120
        structure StackResource StackName:StackName StackId:StackId LogicalResourceId*:LogicalResourceId PhysicalResourceId:PhysicalResourceId ResourceType*:ResourceType Timestamp*:Timestamp ResourceStatus*:ResourceStatus ResourceStatusReason:ResourceStatusReason Description:Description DriftInformation:StackResourceDriftInformation ModuleInfo:ModuleInfo
        structure StackResourceDetail StackName:StackName StackId:StackId LogicalResourceId*:LogicalResourceId PhysicalResourceId:PhysicalResourceId ResourceType*:ResourceType LastUpdatedTimestamp*:Timestamp ResourceStatus*:ResourceStatus ResourceStatusReason:ResourceStatusReason Description:Description Metadata:Metadata DriftInformation:StackResourceDriftInformation ModuleInfo:ModuleInfo
        structure StackResourceDriftInformation StackResourceDriftStatus*:StackResourceDriftStatus LastCheckTimestamp:Timestamp
        structure StackResourceDriftInformationSummary StackResourceDriftStatus*:StackResourceDriftStatus LastCheckTimestamp:Timestamp
        string StackResourceDriftStatus enum IN_SYNC,MODIFIED,DELETED,NOT_CHECKED,UNKNOWN,UNSUPPORTED
        list StackResourceSummaries StackResourceSummary member
        structure StackResourceSummary LogicalResourceId*:LogicalResourceId PhysicalResourceId:PhysicalResourceId ResourceType*:ResourceType LastUpdatedTimestamp*:Timestamp ResourceStatus*:ResourceStatus ResourceStatusReason:ResourceStatusReason DriftInformation:StackResourceDriftInformationSummary ModuleInfo:ModuleInfo
        list StackResources StackResource member
        string StackSetNameOrId pattern [a-zA-Z][-a-zA-Z0-9]*(?::[a-zA-Z0-9]{8}-[a-zA-Z0-9]{4}-[a-zA-Z0-9]{4}-[a-zA-Z0-9]{4}-[a-zA-Z0-9]{12})?
        string StackStatus enum CREATE_IN_PROGRESS,CREATE_FAILED,CREATE_COMPLETE,ROLLBACK_IN_PROGRESS,ROLLBACK_FAILED,ROLLBACK_COMPLETE,DELETE_IN_PROGRESS,DELETE_FAILED,DELETE_COMPLETE,UPDATE_IN_PROGRESS,UPDATE_COMPLETE_CLEANUP_IN_PROGRESS,UPDATE_COMPLETE,UPDATE_FAILED,UPDATE_ROLLBACK_IN_PROGRESS,UPDATE_ROLLBACK_FAILED,UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS,UPDATE_ROLLBACK_COMPLETE,REVIEW_IN_PROGRESS,IMPORT_IN_PROGRESS,IMPORT_COMPLETE,IMPORT_ROLLBACK_IN_PROGRESS,IMPORT_ROLLBACK_FAILED,IMPORT_ROLLBACK_COMPLETE
        list StackStatusFilter StackStatus member
        string StackStatusReason
        list StackSummaries StackSummary member
        structure StackSummary StackId:StackId StackName*:StackName TemplateDescription:TemplateDescription CreationTime*:CreationTime LastUpdatedTime:LastUpdatedTime DeletionTime:DeletionTime StackStatus*:StackStatus StackStatusReason:StackStatusReason ParentId:StackId RootId:StackId DriftInformation:StackDriftInformationSummary LastOperations:LastOperations
        list Stacks Stack member
        list StageList TemplateStage member
        structure Tag Key*:TagKey Value*:TagValue
        string TagKey 1..128
        string TagValue 1..256
        list Tags Tag member ..50
        string TemplateBody 1..
        string TemplateDescription
        structure TemplateParameter ParameterKey:ParameterKey DefaultValue:ParameterValue NoEcho:NoEcho Description:Description
        list TemplateParameters TemplateParameter member
        string TemplateStage enum Original,Processed
        structure TemplateSummaryConfig TreatUnrecognizedResourceTypesAsWarnings:TreatUnrecognizedResourceTypesAsWarnings
        string TemplateURL 1..5120
        integer TimeoutMinutes 1..
        timestamp Timestamp
        string TransformName
        list TransformsList TransformName member
        boolean TreatUnrecognizedResourceTypesAsWarnings
        string Type
        string TypeHierarchy
        structure UpdateStackInput StackName*:StackName TemplateBody:TemplateBody TemplateURL:TemplateURL UsePreviousTemplate:UsePreviousTemplate StackPolicyDuringUpdateBody:StackPolicyDuringUpdateBody StackPolicyDuringUpdateURL:StackPolicyDuringUpdateURL Parameters:Parameters Capabilities:Capabilities ResourceTypes:ResourceTypes RoleARN:RoleARN RollbackConfiguration:RollbackConfiguration StackPolicyBody:StackPolicyBody StackPolicyURL:StackPolicyURL NotificationARNs:NotificationARNs Tags:Tags DisableRollback:DisableRollback ClientRequestToken:ClientRequestToken RetainExceptOnCreate:RetainExceptOnCreate
        structure UpdateStackOutput StackId:StackId OperationId:OperationId
        structure UpdateTerminationProtectionInput EnableTerminationProtection*:EnableTerminationProtection StackName*:StackNameOrId
        structure UpdateTerminationProtectionOutput StackId:StackId
        string Url
        boolean UsePreviousTemplate
        boolean UsePreviousValue
        structure ValidateTemplateInput TemplateBody:TemplateBody TemplateURL:TemplateURL
        structure ValidateTemplateOutput Parameters:TemplateParameters Description:Description Capabilities:Capabilities CapabilitiesReason:CapabilitiesReason DeclaredTransforms:TransformsList
        string ValidationName
        string ValidationPath
        string ValidationStatus enum FAILED,SKIPPED
        string ValidationStatusReason
        string Version
        structure Warnings UnrecognizedResourceTypes:ResourceTypes
        """#)
}

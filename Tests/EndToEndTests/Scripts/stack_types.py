"""Every type of resource that templates may have: made, with what Ref and GetAtt give, changed in place, and removed without a trace."""
import json

from newel import Server, refused, wait_for

TRUST = {"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": ["lambda.amazonaws.com", "states.amazonaws.com"]}, "Action": "sts:AssumeRole"}]}


def policy(action, resource="*", **more):
    return {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": action, "Resource": resource, **more}]}


def ref(name):
    return {"Ref": name}


def att(name, attribute):
    return {"Fn::GetAtt": [name, attribute]}


def template(step):
    """Step 1 and, with everything changed that may be, step 2."""
    def of(type, **properties):
        return {"Type": type, "Properties": properties}
    days, word = (7, "first") if step == 1 else (14, "second")
    machine = {"StartAt": "P", "States": {"P": {"Type": "Pass", "Comment": "${Word}", "End": True}}}
    resources = {
        "Role": of("AWS::IAM::Role", AssumeRolePolicyDocument=TRUST, Description=word, Policies=[{"PolicyName": word, "PolicyDocument": policy("sqs:*")}]),
        "RolePolicy": of("AWS::IAM::Policy", PolicyName="extra", PolicyDocument=policy(["sns:Publish", "states:" + word]), Roles=[ref("Role")]),
        "Managed": of("AWS::IAM::ManagedPolicy", PolicyDocument=policy("logs:" + word), Roles=[ref("Role")], Users=[ref("User")], Groups=[ref("Team")]),
        "Team": of("AWS::IAM::Group", Path=f"/{word}/", Policies=[{"PolicyName": "own", "PolicyDocument": policy("sns:" + word)}]),
        "Other": of("AWS::IAM::Group", GroupName="other-all"),
        "TeamPolicy": of("AWS::IAM::Policy", PolicyName="team", PolicyDocument=policy("s3:" + word), Groups=[ref("Team")]),
        "OfRole": of("AWS::IAM::RolePolicy", RoleName=ref("Role"), PolicyName="of-role", PolicyDocument=policy("sqs:" + word)),
        "OfUser": of("AWS::IAM::UserPolicy", UserName=ref("User"), PolicyName="of-user", PolicyDocument=policy("sqs:" + word)),
        "OfTeam": of("AWS::IAM::GroupPolicy", GroupName=ref("Team"), PolicyName="of-team", PolicyDocument=policy("sqs:" + word)),
        "Added": of("AWS::IAM::UserToGroupAddition", GroupName=ref("Team"), Users=[ref("User")]),
        "User": of("AWS::IAM::User", Path="/made/", Groups=[] if step == 1 else [ref("Other")], Policies=[{"PolicyName": "own", "PolicyDocument": policy("sqs:" + word)}]),
        "Key": of("AWS::IAM::AccessKey", UserName=ref("User"), Status="Active" if step == 1 else "Inactive"),
        "Function": {**of("AWS::Lambda::Function", Role=att("Role", "Arn"), PackageType="Image", Code={"ImageUri": "plugin://CheckStockPrice"}, Description=word,
                          Timeout=days, Environment={"Variables": {"WORD": word, "NUMBER": 5}}), "DependsOn": "RolePolicy"},
        "Version": of("AWS::Lambda::Version", FunctionName=ref("Function")),
        "Alias": of("AWS::Lambda::Alias", FunctionName=ref("Function"), Name="live", FunctionVersion=att("Version", "Version"), Description=word),
        "Permission": of("AWS::Lambda::Permission", FunctionName=att("Function", "Arn"), Action="lambda:InvokeFunction", Principal="sns.amazonaws.com", SourceArn=ref("Topic")),
        "Mapping": of("AWS::Lambda::EventSourceMapping", FunctionName=ref("Alias"), EventSourceArn=att("Queue", "Arn"), BatchSize=str(step)),
        "Url": of("AWS::Lambda::Url", TargetFunctionArn=att("Function", "Arn"), AuthType="AWS_IAM", InvokeMode="BUFFERED" if step == 1 else "RESPONSE_STREAM"),
        "Invoking": of("AWS::Lambda::EventInvokeConfig", FunctionName=ref("Function"), Qualifier="$LATEST", MaximumRetryAttempts=step),
        "Dead": of("AWS::SQS::Queue", FifoQueue=True, ContentBasedDeduplication=True),
        "Queue": of("AWS::SQS::Queue", VisibilityTimeout=days * 10, Tags=[{"Key": word, "Value": "1"}]),
        "QueuePolicy": of("AWS::SQS::QueuePolicy", Queues=[ref("Queue")], PolicyDocument=policy("sqs:SendMessage", att("Queue", "Arn"), Principal={"Service": "sns.amazonaws.com"}, Sid=word)),
        "Topic": of("AWS::SNS::Topic", DisplayName=word, Subscription=[{"Protocol": "lambda", "Endpoint": att("Function", "Arn")}]),
        "TopicPolicy": of("AWS::SNS::TopicPolicy", Topics=[ref("Topic")], PolicyDocument=policy("sns:Publish", ref("Topic"), Principal="*", Sid=word)),
        "Subscription": of("AWS::SNS::Subscription", TopicArn=ref("Topic"), Protocol="sqs", Endpoint=att("Queue", "Arn"), RawMessageDelivery=step == 1,
                           FilterPolicy={"kind": [word]}),
        "Machine": of("AWS::StepFunctions::StateMachine", RoleArn=att("Role", "Arn"), Definition=machine, DefinitionSubstitutions={"Word": word}, StateMachineType="EXPRESS",
                      LoggingConfiguration={"Level": "ALL", "Destinations": [{"CloudWatchLogsLogGroup": {"LogGroupArn": att("Group", "Arn")}}]},
                      TracingConfiguration={"Enabled": step == 1}, Tags=[{"Key": "word", "Value": word}]),
        "MachineVersion": of("AWS::StepFunctions::StateMachineVersion", StateMachineArn=ref("Machine"), StateMachineRevisionId=att("Machine", "StateMachineRevisionId")),
        "MachineAlias": of("AWS::StepFunctions::StateMachineAlias", Name="live", Description=word, RoutingConfiguration=[{"StateMachineVersionArn": ref("MachineVersion"), "Weight": "100"}]),
        "Activity": of("AWS::StepFunctions::Activity", Name="work", Tags=[{"Key": "word", "Value": word}]),
        "Group": of("AWS::Logs::LogGroup", RetentionInDays=days),
        "Filter": of("AWS::Logs::SubscriptionFilter", LogGroupName=ref("Group"), FilterPattern=word,
                     DestinationArn={"Fn::Sub": "arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:CheckStockPrice"}),
        "Stream": of("AWS::Logs::LogStream", LogGroupName=ref("Group"), LogStreamName="s"),
        "Bucket": of("AWS::S3::Bucket", VersioningConfiguration={"Status": "Enabled" if step == 1 else "Suspended"}, Tags=[{"Key": "word", "Value": word}]),
        "BucketPolicy": of("AWS::S3::BucketPolicy", Bucket=ref("Bucket"), PolicyDocument=policy("s3:GetObject", {"Fn::Sub": "${Bucket.Arn}/*"}, Principal="*", Sid=word)),
        "Parameter": of("AWS::SSM::Parameter", Type="String", Value=word, Tags={"word": word}),
        "Bus": of("AWS::Events::EventBus", Name="orders"),
        "BusPolicy": of("AWS::Events::EventBusPolicy", EventBusName=ref("Bus"), StatementId="theirs", Action="events:PutEvents", Principal="11112222333" + str(step)),
        "Whole": of("AWS::Events::EventBus", Name="whole", Policy=policy("events:PutEvents", Principal="*", Sid=word)),
        "LogPolicy": of("AWS::Logs::ResourcePolicy", PolicyName="all", PolicyDocument=policy("logs:PutLogEvents", Principal={"Service": "events.amazonaws.com"}, Sid=word)),
        "Rule": of("AWS::Events::Rule", EventBusName=ref("Bus"), EventPattern={"source": [word]}, Targets=[{"Id": word, "Arn": att("Queue", "Arn")}]),
        "Connection": of("AWS::Events::Connection", AuthorizationType="API_KEY", AuthParameters={"ApiKeyAuthParameters": {"ApiKeyName": "k", "ApiKeyValue": word}}),
        "Master": of("AWS::KMS::Key", Description=word, PendingWindowInDays=7),
        "MasterAlias": of("AWS::KMS::Alias", AliasName="alias/mine", TargetKeyId=ref("Master")),
        "Handle": of("AWS::CloudFormation::WaitConditionHandle"), "CDKMetadata": of("AWS::CDK::Metadata", Analytics=word),
    }
    outputs = {name: {"Value": ref(name)} for name in resources if name != "CDKMetadata"}
    outputs["Secret"] = {"Value": att("Key", "SecretAccessKey")}
    outputs["FunctionUrl"] = {"Value": att("Url", "FunctionUrl")}
    return json.dumps({"Resources": resources, "Outputs": outputs})


def settled(cfn, name, status):
    def over():
        stack = cfn.describe_stacks(StackName=name)["Stacks"][0]
        return None if stack["StackStatus"].endswith("_IN_PROGRESS") else stack
    stack = wait_for(over, 30, f"the end of {name}'s operation")
    reasons = [(e["LogicalResourceId"], e.get("ResourceStatusReason")) for e in cfn.describe_stack_events(StackName=name)["StackEvents"] if "FAILED" in e["ResourceStatus"]]
    assert stack["StackStatus"] == status, (stack["StackStatus"], reasons)
    assert not reasons, reasons
    return stack


def given(stack):
    return {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}


def own(tags, logical_id):
    """Tags without those that say to which stack a resource belongs, and as what; all three must be there."""
    if isinstance(tags, list):
        tags = {tag.get("key", tag.get("Key", tag.get("TagKey"))): tag.get("value", tag.get("Value", tag.get("TagValue"))) for tag in tags}
    marks = {name.removeprefix("aws:cloudformation:"): value for name, value in tags.items() if name.startswith("aws:cloudformation:")}
    assert marks["stack-name"] == "all" and marks["logical-id"] == logical_id and ":stack/all/" in marks["stack-id"] and len(marks) == 3, tags
    return {name: value for name, value in tags.items() if not name.startswith("aws:")}


def as_told(server, values, step):
    days, word = (7, "first") if step == 1 else (14, "second")
    client = server.client
    iam, functions, sqs, sns, sfn = (client(name) for name in ("iam", "lambda", "sqs", "sns", "stepfunctions"))
    role = iam.get_role(RoleName=values["Role"])["Role"]
    assert role["Description"] == word and iam.list_role_policies(RoleName=values["Role"])["PolicyNames"] == sorted(["extra", "of-role", word])
    assert values["OfRole"] == "of-role|" + values["Role"] and values["OfUser"] == "of-user|" + values["User"], values
    for found in (iam.get_role_policy(RoleName=values["Role"], PolicyName="of-role"), iam.get_user_policy(UserName=values["User"], PolicyName="of-user"),
                  iam.get_group_policy(GroupName=values["Team"], PolicyName="of-team")):
        assert found["PolicyDocument"]["Statement"][0]["Action"] == "sqs:" + word, found
    assert iam.get_role_policy(RoleName=values["Role"], PolicyName="extra")["PolicyDocument"]["Statement"][0]["Action"][1] == "states:" + word
    assert [p["PolicyArn"] for p in iam.list_attached_user_policies(UserName=values["User"])["AttachedPolicies"]] == [values["Managed"]]
    groups = [g["GroupName"] for g in iam.list_groups_for_user(UserName=values["User"])["Groups"]]
    assert groups == sorted([values["Team"]] + ([values["Other"]] if step == 2 else [])), groups
    team = iam.get_group(GroupName=values["Team"])["Group"]
    assert team["Path"] == f"/{word}/" and values["Other"] == "other-all", team
    assert iam.list_group_policies(GroupName=values["Team"])["PolicyNames"] == ["of-team", "own", "team"]
    for name, action in (("own", "sns:"), ("team", "s3:")):
        assert iam.get_group_policy(GroupName=values["Team"], PolicyName=name)["PolicyDocument"]["Statement"][0]["Action"] == action + word
    assert [p["PolicyArn"] for p in iam.list_attached_group_policies(GroupName=values["Team"])["AttachedPolicies"]] == [values["Managed"]]
    default = iam.get_policy(PolicyArn=values["Managed"])["Policy"]["DefaultVersionId"]
    assert iam.get_policy_version(PolicyArn=values["Managed"], VersionId=default)["PolicyVersion"]["Document"]["Statement"][0]["Action"] == "logs:" + word
    key = iam.list_access_keys(UserName=values["User"])["AccessKeyMetadata"][0]
    assert key["AccessKeyId"] == values["Key"] and key["Status"] == ("Active" if step == 1 else "Inactive") and len(values["Secret"]) == 40
    configuration = functions.get_function_configuration(FunctionName=values["Function"])
    assert (configuration["Description"], configuration["Timeout"], configuration["Environment"]["Variables"]) == (word, days, {"WORD": word, "NUMBER": "5"}), configuration
    alias = functions.get_alias(FunctionName=values["Function"], Name="live")
    assert alias["AliasArn"] == values["Alias"] and alias["FunctionVersion"] == "1" and alias["Description"] == word and values["Version"].endswith(":1"), alias
    statement = json.loads(functions.get_policy(FunctionName=values["Function"])["Policy"])["Statement"][0]
    assert statement["Sid"] == values["Permission"] and statement["Principal"] == {"Service": "sns.amazonaws.com"}, statement
    mapping = functions.get_event_source_mapping(UUID=values["Mapping"])
    assert mapping["BatchSize"] == step and mapping["FunctionArn"] == values["Alias"], mapping
    url = functions.get_function_url_config(FunctionName=values["Function"])
    assert url["FunctionUrl"] == values["FunctionUrl"] and url["InvokeMode"] == ("BUFFERED" if step == 1 else "RESPONSE_STREAM"), url
    assert functions.get_function_event_invoke_config(FunctionName=values["Function"])["MaximumRetryAttempts"] == step
    attributes = sqs.get_queue_attributes(QueueUrl=values["Queue"], AttributeNames=["All"])["Attributes"]
    assert attributes["VisibilityTimeout"] == str(days * 10) and f'"{word}"' in attributes["Policy"], attributes
    assert own(sqs.list_queue_tags(QueueUrl=values["Queue"])["Tags"], "Queue") == {word: "1"} and values["Dead"].endswith(".fifo")
    topic = sns.get_topic_attributes(TopicArn=values["Topic"])["Attributes"]
    assert topic["DisplayName"] == word and f'"{word}"' in topic["Policy"], topic
    subscription = sns.get_subscription_attributes(SubscriptionArn=values["Subscription"])["Attributes"]
    assert subscription["RawMessageDelivery"] == ("true" if step == 1 else "false") and json.loads(subscription["FilterPolicy"]) == {"kind": [word]}, subscription
    assert len(sns.list_subscriptions_by_topic(TopicArn=values["Topic"])["Subscriptions"]) == 2
    machine = sfn.describe_state_machine(stateMachineArn=values["Machine"])
    assert json.loads(machine["definition"])["States"]["P"]["Comment"] == word and machine["type"] == "EXPRESS", machine
    assert machine["loggingConfiguration"]["level"] == "ALL" and machine["tracingConfiguration"]["enabled"] is (step == 1), machine
    assert own(sfn.list_tags_for_resource(resourceArn=values["Machine"])["tags"], "Machine") == {"word": word}
    assert own(role["Tags"], "Role") == {} and own(iam.get_user(UserName=values["User"])["User"]["Tags"], "User") == {}
    assert own(functions.list_tags(Resource=configuration["FunctionArn"])["Tags"], "Function") == {}
    assert own(sns.list_tags_for_resource(ResourceArn=values["Topic"])["Tags"], "Topic") == {}
    assert own(client("logs").list_tags_log_group(logGroupName=values["Group"])["tags"], "Group") == {}
    assert own(client("ssm").list_tags_for_resource(ResourceType="Parameter", ResourceId=values["Parameter"])["TagList"], "Parameter") == {"word": word}
    assert own(client("kms").list_resource_tags(KeyId=values["Master"])["Tags"], "Master") == {}
    routes = sfn.describe_state_machine_alias(stateMachineAliasArn=values["MachineAlias"])["routingConfiguration"]
    assert routes == [{"stateMachineVersionArn": values["MachineVersion"], "weight": 100}] and values["MachineVersion"].endswith(f":{step}"), routes
    assert own(sfn.list_tags_for_resource(resourceArn=values["Activity"])["tags"], "Activity") == {"word": word}
    assert client("logs").describe_log_groups(logGroupNamePrefix=values["Group"])["logGroups"][0]["retentionInDays"] == days
    [found] = client("logs").describe_subscription_filters(logGroupName=values["Group"])["subscriptionFilters"]
    assert (found["filterName"], found["filterPattern"]) == (values["Filter"], word) and found["destinationArn"].endswith(":CheckStockPrice"), found
    assert "s" in [s["logStreamName"] for s in client("logs").describe_log_streams(logGroupName=values["Group"])["logStreams"]]
    s3 = client("s3")
    assert s3.get_bucket_versioning(Bucket=values["Bucket"])["Status"] == ("Enabled" if step == 1 else "Suspended")
    assert own(s3.get_bucket_tagging(Bucket=values["Bucket"])["TagSet"], "Bucket") == {"word": word} and f'"{word}"' in s3.get_bucket_policy(Bucket=values["Bucket"])["Policy"]
    assert client("ssm").get_parameter(Name=values["Parameter"])["Parameter"]["Value"] == word
    events = client("events")
    assert values["Rule"].startswith("orders|") and values["Bus"] == "orders", values
    [own_statement] = json.loads(events.describe_event_bus(Name="orders")["Policy"])["Statement"]
    assert own_statement["Principal"] == {"AWS": f"arn:aws:iam::11112222333{step}:root"} and values["BusPolicy"] == "orders|theirs", (own_statement, values)
    assert json.loads(events.describe_event_bus(Name="whole")["Policy"])["Statement"][0]["Sid"] == word
    [written] = client("logs").describe_resource_policies()["resourcePolicies"]
    assert json.loads(written["policyDocument"])["Statement"][0]["Sid"] == word and written["policyName"] == values["LogPolicy"], written
    rule = values["Rule"].split("|")[1]
    assert json.loads(events.describe_rule(Name=rule, EventBusName="orders")["EventPattern"]) == {"source": [word]}
    assert [t["Id"] for t in events.list_targets_by_rule(Rule=rule, EventBusName="orders")["Targets"]] == [word]
    assert events.describe_connection(Name=values["Connection"])["AuthorizationType"] == "API_KEY"
    kms = client("kms")
    assert kms.describe_key(KeyId="alias/mine")["KeyMetadata"]["KeyId"] == values["Master"]
    assert kms.describe_key(KeyId=values["Master"])["KeyMetadata"]["Description"] == word


with Server() as server:
    cfn = server.client("cloudformation")
    capabilities = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"]
    cfn.create_stack(StackName="all", TemplateBody=template(1), Capabilities=capabilities)
    first = given(settled(cfn, "all", "CREATE_COMPLETE"))
    as_told(server, first, 1)
    # Such tags are CloudFormation's alone; others may be set beside them.
    refused("ValidationException", server.client("stepfunctions").tag_resource, resourceArn=first["Machine"], tags=[{"key": "aws:x", "value": "1"}])
    refused("InvalidInput", server.client("iam").tag_role, RoleName=first["Role"], Tags=[{"Key": "aws:x", "Value": "1"}])
    server.client("stepfunctions").tag_resource(resourceArn=first["Machine"], tags=[{"key": "word", "value": "first"}])
    cfn.update_stack(StackName="all", TemplateBody=template(2), Capabilities=capabilities)
    second = given(settled(cfn, "all", "UPDATE_COMPLETE"))
    as_told(server, second, 2)
    # Only what is a new revision is a new resource.
    assert {name for name in first if first[name] != second[name]} == {"MachineVersion"}, {n: (first[n], second[n]) for n in first if first[n] != second[n]}
    stack = cfn.describe_stacks(StackName="all")["Stacks"][0]["StackId"]
    cfn.delete_stack(StackName="all")
    settled(cfn, stack, "DELETE_COMPLETE")
    refused("NoSuchEntity", server.client("iam").get_role, RoleName=first["Role"])
    refused("NoSuchEntity", server.client("iam").get_user, UserName=first["User"])
    assert not server.client("iam").list_groups()["Groups"]
    refused("NoSuchEntity", server.client("iam").get_policy, PolicyArn=first["Managed"])
    refused("ResourceNotFoundException", server.client("lambda").get_function, FunctionName=first["Function"])
    assert not server.client("sqs").list_queues(QueueNamePrefix="all-").get("QueueUrls")
    assert not server.client("sns").list_topics()["Topics"] and not server.client("sns").list_subscriptions()["Subscriptions"]
    assert not server.client("stepfunctions").list_state_machines()["stateMachines"] and not server.client("stepfunctions").list_activities()["activities"]
    assert not server.client("logs").describe_log_groups(logGroupNamePrefix=first["Group"])["logGroups"]
    assert not server.client("s3").list_buckets()["Buckets"]
    refused("ParameterNotFound", server.client("ssm").get_parameter, Name=first["Parameter"])
    assert [b["Name"] for b in server.client("events").list_event_buses()["EventBuses"]] == ["default"]
    assert not server.client("events").list_connections()["Connections"] and not server.client("logs").describe_resource_policies()["resourcePolicies"]
    assert server.client("kms").describe_key(KeyId=first["Master"])["KeyMetadata"]["KeyState"] == "PendingDeletion"
print("every type holds")

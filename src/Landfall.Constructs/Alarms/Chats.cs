using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SQS;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Grants;
using Landfall.Constructs.Parameters;
using Landfall.Constructs.Tasks;

namespace Landfall.Constructs.Alarms;

/// <summary>
/// Writes alarms into chats. A chat's webhook cannot confirm a subscription of SNS, and wants a body of its own: a function
/// for each stands between, so that one that does not answer holds up no other. It reads the webhook's address when it runs.
/// </summary>
internal static class Chats
{
    /// <summary>How long a chat has for its answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static void AddTo(LandfallStack stack, CfnTopic topic)
    {
        if (stack.Plan.Chats.Count == 0)
        {
            return;
        }

        var group = new CfnLogGroup(stack, "ChatLogs", new CfnLogGroupProps { RetentionInDays = stack.Plan.Network.LogDays });
        var lost = new CfnQueue(stack, "ChatDeadLetters", new CfnQueueProps { MessageRetentionPeriod = TimeSpan.FromDays(14).TotalSeconds, SqsManagedSseEnabled = true });
        stack.Accept(lost, "AwsSolutions-SQS3", "It is the dead-letter queue.");
        _ = new CfnQueuePolicy(stack, "ChatDeadLettersPolicy", new CfnQueuePolicyProps
        {
            Queues = [lost.Ref],
            PolicyDocument = TlsOnlyPolicy.For("sqs:SendMessage", [lost.AttrArn], new Statement(["sqs:SendMessage"], [lost.AttrArn], "sns.amazonaws.com", new Dictionary<string, object>
            {
                ["ArnEquals"] = new Dictionary<string, object> { ["aws:SourceArn"] = AlarmTopic.Arn(stack) },
            })),
        });
        foreach (var chat in stack.Plan.Chats)
        {
            Add(stack, topic, chat, group, lost);
        }
    }

    private static void Add(LandfallStack stack, CfnTopic topic, ChatPlan chat, CfnLogGroup group, CfnQueue lost)
    {
        var id = $"Chat{ConstructId.From(chat.Webhook)}";
        var names = stack.Plan.AwsNames;
        var secrets = new[] { chat.Webhook, chat.Sign }.OfType<string>().Select(names.Secret).ToArray();
        var variables = new Dictionary<string, string>
        {
            ["CHAT"] = chat.Kind.ToString().ToLowerInvariant(),
            ["WEBHOOK"] = secrets[0],
            ["CONSOLE"] = Console(stack),
            ["TIMEOUT_MS"] = $"{Patience.TotalMilliseconds}",
        };
        if (secrets.Length > 1)
        {
            variables["SIGN"] = secrets[1];
        }

        if (stack.Plan.Dashboards != DashboardMode.None)
        {
            variables["DASHBOARD"] = $"{Console(stack)}#dashboards/dashboard/{names.Stack("network")}";
        }

        var function = new CfnFunction(stack, $"{id}Function", new CfnFunctionProps
        {
            Description = $"Writes alarms to {chat.Kind}",
            Runtime = "nodejs24.x",
            Architectures = ["arm64"],
            Handler = "index.handler",
            Timeout = 2 * Patience.TotalSeconds,
            MemorySize = 256,
            Code = new CfnFunction.CodeProperty { ZipFile = InlineSource.Of("chat.js") },
            DeadLetterConfig = new CfnFunction.DeadLetterConfigProperty { TargetArn = lost.AttrArn },
            Role = Role(stack, id, chat, secrets, group, lost).AttrArn,
            LoggingConfig = new CfnFunction.LoggingConfigProperty { LogGroup = group.Ref },
            Environment = new CfnFunction.EnvironmentProperty { Variables = variables },
        });
        var permission = new CfnPermission(stack, $"{id}Permission", new CfnPermissionProps
        {
            Action = "lambda:InvokeFunction",
            FunctionName = function.AttrArn,
            Principal = "sns.amazonaws.com",
            SourceArn = AlarmTopic.Arn(stack),
        });
        var subscription = new CfnSubscription(stack, $"{id}Subscription", new CfnSubscriptionProps
        {
            TopicArn = topic.Ref,
            Protocol = "lambda",
            Endpoint = function.AttrArn,
            RedrivePolicy = new Dictionary<string, object> { ["deadLetterTargetArn"] = lost.AttrArn },
        });
        subscription.AddResourceDependency(permission);
    }

    private static Amazon.CDK.AWS.IAM.CfnRole Role(LandfallStack stack, string id, ChatPlan chat, IReadOnlyList<string> secrets, CfnLogGroup group, CfnQueue lost) =>
        TaskRoles.Role(stack, $"{id}Role", $"Writes alarms to {chat.Kind}", "lambda.amazonaws.com",
        [
            new Statement(["logs:CreateLogStream", "logs:PutLogEvents"], [group.AttrArn]),

            // Secrets Manager adds six characters to a name; the secrets are in a stack that comes later (AWS Secrets Manager User
            // Guide, "Permissions policy examples": ?????? for them).
            new Statement(["secretsmanager:GetSecretValue"], [.. secrets.Select(secret => stack.Names.Arn("secretsmanager", $"secret:{secret}-??????"))]),
            new Statement(["sqs:SendMessage"], [lost.AttrArn]),
        ]);

    private static string Console(LandfallStack stack) =>
        $"https://{stack.Plan.Region}.console.{(stack.Names.Partition switch { "aws-cn" => "amazonaws.cn", "aws-us-gov" => "amazonaws-us-gov.com", _ => "aws.amazon.com" })}/cloudwatch/home?region={stack.Plan.Region}";
}

using System.Text.RegularExpressions;
using Landfall.Config.Plan;

namespace Landfall.Constructs.Tests.Properties;

/// <summary>What the roles of tasks may do: as the plan asks for it, and as the policies of the templates allow it.</summary>
internal static class Permissions
{
    // The first that fits says what an action does with its resource.
    private static readonly (Regex Action, string Class)[] Classes =
    [
        (new(@"^(dynamodb:DescribeTable|sqs:GetQueue(Attributes|Url)|elasticmapreduce:(Describe|List)\w+)$"), "look"),
        (new(@"^(dynamodb:(BatchGetItem|ConditionCheckItem|GetItem|Query|Scan)|s3:GetObject|s3:ListBucket)$"), "read"),
        (new(@"^(dynamodb:(BatchWriteItem|DeleteItem|PutItem|UpdateItem)|s3:(AbortMultipartUpload|DeleteObject|PutObject))$"), "write"),
        (new(@"^sqs:SendMessage$"), "send"),
        (new(@"^sqs:(ReceiveMessage|DeleteMessage|ChangeMessageVisibility)$"), "consume"),
        (new(@"^rds-data:\w+(Statement|Transaction)$"), "query"),
        (new(@"^secretsmanager:GetSecretValue$"), "value"),
        (new(@"^elasticfilesystem:ClientMount$"), "mount"),
        (new(@"^elasticfilesystem:ClientWrite$"), "write"),
        (new(@"^ssmmessages:(Create|Open)(Control|Data)Channel$"), "exec"),
        (new(@"^logs:(CreateLogStream|PutLogEvents)$"), "log"),
        (new(@"^ecr:(BatchCheckLayerAvailability|BatchGetImage|GetDownloadUrlForLayer)$"), "pull"),
        (new(@"^ecr:GetAuthorizationToken$"), "login"),
    ];

    public static SortedSet<string> WantedOfTask(AppPlan plan, ContainerServicePlan service)
    {
        var wanted = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var use in service.Uses)
        {
            wanted.UnionWith(Wanted(plan, use));
        }

        foreach (var volume in service.Task.Volumes)
        {
            wanted.Add($"mount files {volume.FileSystem}");
            if (!volume.ReadOnly)
            {
                wanted.Add($"write files {volume.FileSystem}");
            }
        }

        if (service.Task.Exec)
        {
            wanted.Add("exec *");
        }

        return wanted;
    }

    public static SortedSet<string> WantedOfExecution(AppPlan plan, ContainerServicePlan service)
    {
        var wanted = new SortedSet<string>(StringComparer.Ordinal) { $"log arn:aws:logs:{plan.Region}:{plan.Account}:log-group:/{plan.App}/{plan.Environment}/{service.Name}:*" };
        wanted.UnionWith(service.Uses.Where(use => use.Kind == UseKind.Secret).Select(use => $"value secret {use.Target}"));
        wanted.UnionWith(service.Uses.Where(use => use.Kind == UseKind.Database).Select(use => $"value password {use.Target}"));
        var repository = service.Image.Repository is { } owner
            ? $"arn:aws:ecr:{plan.Region}:{plan.Account}:repository/{plan.App}/{plan.Environment}/{owner}"
            : service.Image.Reference!.Contains(".dkr.ecr.", StringComparison.Ordinal) ? $"arn:aws:ecr:{plan.Region}:222222222222:repository/team/tool" : null;
        if (repository is not null)
        {
            wanted.UnionWith([$"pull {repository}", "login *"]);
        }

        return wanted;
    }

    /// <summary>What a role of a task definition allows, <c>TaskRoleArn</c> or <c>ExecutionRoleArn</c>.</summary>
    public static SortedSet<string> Allowed(TemplateSet templates, AppPlan plan, string service, string role)
    {
        var stack = $"{plan.Prefix}-{service}";
        var definition = templates.OfType("AWS::ECS::TaskDefinition").Single(item => item.Stack == stack).Properties;
        var properties = templates.Properties(stack, (string)definition[role]!["Fn::GetAtt"]![0]!);
        Assert.Null(properties["ManagedPolicyArns"]);
        var labels = Labels(templates, plan);
        var allowed = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var statement in (properties["Policies"]?.AsArray() ?? []).SelectMany(policy => policy!["PolicyDocument"]!["Statement"]!.AsArray()))
        {
            Assert.Equal("Allow", (string)statement!["Effect"]!);
            allowed.UnionWith(
                from action in templates.Texts(stack, statement["Action"])
                from resource in templates.Texts(stack, statement["Resource"])
                select $"{Class(action)} {labels.GetValueOrDefault(resource, resource)}");
        }

        return allowed;
    }

    private static string Class(string action) =>
        Classes.FirstOrDefault(item => item.Action.IsMatch(action)).Class ?? action;

    private static IEnumerable<string> Wanted(AppPlan plan, UsePlan use)
    {
        string[] ways = use.Access switch { UseAccess.Read => ["read"], UseAccess.Write => ["write"], _ => ["read", "write"] };
        return use.Kind switch
        {
            UseKind.Table => ways.Append("look").SelectMany(way => plan.Tables.Single(table => table.Name == use.Target).Indexes.Count > 0
                ? new[] { $"{way} table {use.Target}", $"{way} indexes {use.Target}" }
                : [$"{way} table {use.Target}"]),
            UseKind.Bucket => ways.Select(way => $"{way} objects {use.Target}")
                .Concat(use.Access == UseAccess.Write ? [] : [$"read bucket {use.Target}"]),
            UseKind.Queue => [$"send queue {use.Target}", $"look queue {use.Target}"],
            UseKind.QueueConsumer => [$"consume queue {use.Target}", $"look queue {use.Target}"],
            UseKind.Database when plan.Databases.Single(database => database.Name == use.Target).DataApi =>
                [$"query database {use.Target}", $"value password {use.Target}"],
            UseKind.Database => [$"value password {use.Target}"],
            UseKind.EmrCluster => [$"look arn:aws:elasticmapreduce:{plan.Region}:{plan.Account}:cluster/{plan.Network.Import!.EmrCluster}"],
            _ => [],
        };
    }

    // ARNs by the resources that the data stack makes, so that a grant on something that does not exist has no name here.
    private static Dictionary<string, string> Labels(TemplateSet templates, AppPlan plan)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        var place = $"{plan.Region}:{plan.Account}";
        foreach (var (_, _, table) in templates.OfType("AWS::DynamoDB::Table"))
        {
            var name = (string)table["TableName"]!;
            labels[$"arn:aws:dynamodb:{place}:table/{name}"] = $"table {Short(name)}";
            labels[$"arn:aws:dynamodb:{place}:table/{name}/index/*"] = $"indexes {Short(name)}";
        }

        foreach (var (stack, _, bucket) in templates.OfType("AWS::S3::Bucket"))
        {
            var name = templates.Text(stack, bucket["BucketName"]);
            var end = $"-{plan.Account}-{plan.Region}";
            labels[$"arn:aws:s3:::{name}"] = $"bucket {Short(name)[..^end.Length]}";
            labels[$"arn:aws:s3:::{name}/*"] = $"objects {Short(name)[..^end.Length]}";
        }

        foreach (var (_, _, queue) in templates.OfType("AWS::SQS::Queue"))
        {
            var name = (string)queue["QueueName"]!;
            labels[$"arn:aws:sqs:{place}:{name}"] = $"queue {Short(name).Replace(".fifo", "", StringComparison.Ordinal)}";
        }

        foreach (var (stack, id, secret) in templates.OfType("AWS::SecretsManager::Secret").Where(item => item.Properties["Name"] is not null))
        {
            labels[$"<{stack}#{id}>"] = $"secret {((string)secret["Name"]!).Split('/')[^1]}";
        }

        foreach (var (stack, id, system) in templates.OfType("AWS::EFS::FileSystem"))
        {
            var name = (string)system["FileSystemTags"]!.AsArray().Single(tag => (string)tag!["Key"]! == "Name")!["Value"]!;
            labels[$"arn:aws:elasticfilesystem:{place}:file-system/<{stack}#{id}>"] = $"files {Short(name)}";
        }

        AddDatabases("AWS::RDS::DBCluster", "DatabaseName", "DBClusterArn");
        AddDatabases("AWS::RDS::DBInstance", "DBName", "DBInstanceArn");
        return labels;

        string Short(string name) => name[(plan.Prefix.Length + 1)..];

        void AddDatabases(string type, string key, string arn)
        {
            foreach (var (stack, id, database) in templates.OfType(type).Where(item => item.Properties[key] is not null))
            {
                var name = ((string)database[key]!).Replace('_', '-');
                labels[$"<{stack}#{id}.{arn}>"] = $"database {name}";
                var secret = database["MasterUserPassword"] is { } password
                    ? templates.Text(stack, password).Split(':')[2]
                    : $"<{stack}#{id}.MasterUserSecret.SecretArn>";
                labels[secret] = $"password {name}";
            }
        }
    }
}

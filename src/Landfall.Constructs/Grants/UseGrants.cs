using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Grants;

/// <summary>
/// What the <c>uses</c> of a service allow its tasks to do: specific actions on specific resources, nothing else.
/// Secrets are not here, except databases' passwords, which rotate: the execution role reads them and the tasks get their
/// values.
/// </summary>
internal static class UseGrants
{
    private static readonly string[] TableRead =
    [
        "dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan",
    ];

    private static readonly string[] TableWrite =
        ["dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem"];

    private static readonly string[] ObjectRead = ["s3:GetObject"];
    private static readonly string[] ObjectWrite = ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:PutObject"];

    public static IEnumerable<Statement> Of(LandfallStack stack, IReadOnlyList<UsePlan> uses) =>
        uses.SelectMany(use => use.Kind switch
        {
            UseKind.Table => Table(stack, use),
            UseKind.Bucket => Bucket(stack, use),
            UseKind.Queue => [Queue(stack, use, "sqs:SendMessage")],
            UseKind.QueueConsumer =>
                [Queue(stack, use, "sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:ReceiveMessage")],
            UseKind.Database => Database(stack, use),
            UseKind.EmrCluster => Emr(stack),
            _ => Enumerable.Empty<Statement>(),
        });

    private static IEnumerable<Statement> Table(LandfallStack stack, UsePlan use)
    {
        var arn = stack.Names.TableArn(use.Target);
        var indexed = stack.Plan.Tables.First(table => table.Name == use.Target).Indexes.Count > 0;
        string[] actions = ["dynamodb:DescribeTable", .. ByAccess(use.Access, TableRead, TableWrite)];
        yield return new Statement(actions, indexed ? [arn, $"{arn}/index/*"] : [arn]);
    }

    private static IEnumerable<Statement> Bucket(LandfallStack stack, UsePlan use)
    {
        var arn = stack.Names.BucketArn(use.Target);
        yield return new Statement(ByAccess(use.Access, ObjectRead, ObjectWrite), [$"{arn}/*"]);
        if (use.Access != UseAccess.Write)
        {
            yield return new Statement(["s3:ListBucket"], [arn]);
        }
    }

    private static Statement Queue(LandfallStack stack, UsePlan use, params string[] actions)
    {
        var queue = stack.Plan.Queues.First(queue => queue.Name == use.Target);
        return new Statement([.. actions, "sqs:GetQueueAttributes", "sqs:GetQueueUrl"], [stack.Names.QueueArn(queue)]);
    }

    private static IEnumerable<Statement> Database(LandfallStack stack, UsePlan use)
    {
        var values = new DatabaseValues(use.Target);
        if (stack.Plan.Databases.First(database => database.Name == use.Target).DataApi)
        {
            yield return new Statement(
                [
                    "rds-data:BatchExecuteStatement", "rds-data:BeginTransaction", "rds-data:CommitTransaction",
                    "rds-data:ExecuteStatement", "rds-data:RollbackTransaction",
                ],
                [stack.Read(values.Arn)]);
        }

        // What a task was started with is the password of that moment; after a rotation it has to ask again.
        yield return new Statement(["secretsmanager:GetSecretValue"], [stack.Read(values.SecretArn)]);
    }

    private static IEnumerable<Statement> Emr(LandfallStack stack)
    {
        if (stack.Plan.Network.Import?.EmrCluster is { } cluster)
        {
            yield return new Statement(
                [
                    "elasticmapreduce:DescribeCluster", "elasticmapreduce:DescribeStep",
                    "elasticmapreduce:ListBootstrapActions", "elasticmapreduce:ListInstanceFleets",
                    "elasticmapreduce:ListInstanceGroups", "elasticmapreduce:ListInstances", "elasticmapreduce:ListSteps",
                ],
                [stack.Names.Arn("elasticmapreduce", $"cluster/{cluster}")]);
        }
    }

    private static string[] ByAccess(UseAccess access, string[] read, string[] write) => access switch
    {
        UseAccess.Read => read,
        UseAccess.Write => write,
        _ => [.. read, .. write],
    };
}

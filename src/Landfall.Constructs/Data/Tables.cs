using Amazon.CDK.AWS.DynamoDB;
using Landfall.Config.Plan;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Data;

/// <summary>DynamoDB tables; encrypted at rest with a key of AWS's, as all are.</summary>
internal static class Tables
{
    /// <summary>Creates a table.</summary>
    /// <param name="stack">The data stack.</param>
    /// <param name="table">The table.</param>
    public static void Create(DataStack stack, TablePlan table)
    {
        var resource = new CfnTable(stack, TakenOver.Id(table.Name, table.AwsName, "Table"), new CfnTableProps
        {
            TableName = stack.Names.Table(table.Name),
            AttributeDefinitions = Attributes(table),
            KeySchema = Keys(table.PartitionKey, table.SortKey),
            BillingMode = table.Capacity is null ? "PAY_PER_REQUEST" : "PROVISIONED",
            ProvisionedThroughput = Throughput(table),
            GlobalSecondaryIndexes = table.Indexes.Count == 0 ? null : table.Indexes.Select(index => (object)new CfnTable.GlobalSecondaryIndexProperty
            {
                IndexName = index.Name,
                KeySchema = Keys(index.PartitionKey, index.SortKey),
                Projection = new CfnTable.ProjectionProperty { ProjectionType = "ALL" },
                ProvisionedThroughput = Throughput(table),
            }).ToArray(),
            TimeToLiveSpecification = table.Ttl is null
                ? null
                : new CfnTable.TimeToLiveSpecificationProperty { AttributeName = table.Ttl, Enabled = true },
            PointInTimeRecoverySpecification = new CfnTable.PointInTimeRecoverySpecificationProperty
            {
                PointInTimeRecoveryEnabled = table.PointInTimeRecovery,
            },
            DeletionProtectionEnabled = false,
        });
        TakenOver.Protect(stack, resource, table.AwsName);
        stack.ProtectOnceItStands(resource, "DeletionProtectionEnabled", table.DeletionProtection);
        if (!table.PointInTimeRecovery)
        {
            stack.Accept(resource, "AwsSolutions-DDB3", "The file turns point-in-time recovery off for this table.");
        }

        TableThrottles.Add(stack, table);
        stack.Publish(new TableValues(table.Name).Name, resource.Ref);
    }

    private static object[] Attributes(TablePlan table)
    {
        KeyPlan?[] keys = [table.PartitionKey, table.SortKey, .. table.Indexes.SelectMany(i => new[] { i.PartitionKey, i.SortKey })];
        return [.. keys.OfType<KeyPlan>().DistinctBy(k => k.Name).Select(key => new CfnTable.AttributeDefinitionProperty
        {
            AttributeName = key.Name,
            AttributeType = key.Type switch
            {
                KeyType.Number => "N",
                KeyType.Binary => "B",
                _ => "S",
            },
        })];
    }

    private static object[] Keys(KeyPlan partition, KeyPlan? sort)
    {
        List<object> keys = [new CfnTable.KeySchemaProperty { AttributeName = partition.Name, KeyType = "HASH" }];
        if (sort is not null)
        {
            keys.Add(new CfnTable.KeySchemaProperty { AttributeName = sort.Name, KeyType = "RANGE" });
        }

        return [.. keys];
    }

    private static CfnTable.ProvisionedThroughputProperty? Throughput(TablePlan table) => table.Capacity is null
        ? null
        : new CfnTable.ProvisionedThroughputProperty { ReadCapacityUnits = table.Capacity.Read, WriteCapacityUnits = table.Capacity.Write };
}

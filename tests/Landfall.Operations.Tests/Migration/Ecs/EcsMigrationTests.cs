using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Operations.Migration;
using Landfall.Operations.Migration.Ecs;

namespace Landfall.Operations.Tests.Migration.Ecs;

public sealed class EcsMigrationTests
{
    private const string PublicGroup = """
        { "targetGroups": { "api": { "Protocol": "HTTP", "ProtocolVersion": "HTTP1", "Port": "80", "TargetType": "ip", "VpcId": "vpc-1", "HealthCheckPath": "/up", "HealthCheckIntervalSeconds": "30",
          "HealthCheckTimeoutSeconds": "5", "HealthyThresholdCount": "5", "UnhealthyThresholdCount": "2", "HealthCheckPort": "traffic-port", "HealthCheckProtocol": "HTTP", "Matcher": "200-299",
          "rules": [{ "loadBalancer": "application front", "scheme": "SCHEME", "listener": "HTTPS:443", "certificate": "arn:aws:acm:eu-west-1:111122223333:certificate/c1", "priority": "10", "paths": ["/api/*"], "hosts": [HOSTS] }] } } }
        """;

    [Fact]
    public void Of_PlainService_SaysTheSameAndIsValid()
    {
        var migration = RecordedAccount.Migrate();

        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse("""{ "type": "internal", "image": "example.com/api:1", "port": 3000, "readOnly": false, "cpu": 512, "memory": 1024, "architecture": "x86", "scale": { "min": 2 } }"""),
                migration.File["services"]!["api"]),
            migration.File.ToJsonString());
        Assert.DoesNotContain(migration.Keys, key => key.Outcome == KeyOutcome.Left && key.Key.Split('.')[^1] != "cpu");
        AssertValid(migration);
    }

    [Theory]
    [InlineData("internet-facing", "", "type: web|path: /api/*|codes: 200-299|interval: 30s")]
    [InlineData("internet-facing", "\"api.shop.example\"", "host: api.shop.example|dns: elsewhere|certificate: arn:aws:acm:eu-west-1:111122223333:certificate/c1")]
    [InlineData("internal", "", "type: internal|loadBalancer: true|path: /up")]
    public void Of_TargetGroup_GivesTheWayOfRequests(string scheme, string hosts, string expected)
    {
        var migration = RecordedAccount.Migrate(more: PublicGroup.Replace("SCHEME", scheme, StringComparison.Ordinal).Replace("HOSTS", hosts, StringComparison.Ordinal));

        var text = YamlText.Of(migration.File);
        Assert.All(expected.Split('|'), line => Assert.Contains($" {line}\n", text, StringComparison.Ordinal));
        AssertValid(migration);
    }

    [Theory]
    [InlineData("""{ "enableExecuteCommand": true }""", "{}", "{}", "exec: true")]
    [InlineData("{}", """{ "readonlyRootFilesystem": true }""", "{}", "!readOnly")]
    [InlineData("{}", """{ "stopTimeout": 45, "user": "app", "command": ["serve", "--all"] }""", "{}", "stopTimeout: 45s|user: app|command: [serve, --all]")]
    [InlineData("{}", """{ "healthCheck": { "command": ["CMD-SHELL", "curl -f localhost"], "interval": 10, "retries": 4 } }""", "{}", "command: curl -f localhost|interval: 10s|startPeriod: 0s|retries: 4")]
    [InlineData("{}", "{}", """{ "runtimePlatform": { "cpuArchitecture": "ARM64" } }""", "!architecture")]
    [InlineData("{}", """{ "cpu": 300, "memoryReservation": 900 }""", """{ "cpu": null, "memory": null, "networkMode": "bridge", "requiresCompatibilities": ["EC2"] }""", "cpu: 512|memory: 1024")]
    [InlineData("""{ "launchType": null, "capacityProviderStrategy": [{ "capacityProvider": "FARGATE_SPOT", "weight": 3 }, { "capacityProvider": "FARGATE", "weight": 1, "base": 1 }] }""", "{}", "{}", "spot: 75")]
    [InlineData("""{ "desiredCount": 0 }""", "{}", "{}", "min: 1")]
    [InlineData("{}", """{ "environment": [{ "name": "A", "value": "${env:B} yes" }] }""", "{}", "A: \"$${env:B} yes\"")]
    public void Of_Setting_IsSaidInTheFilesWords(string service, string container, string definition, string expected)
    {
        var migration = RecordedAccount.Migrate(service, container, definition);

        var text = YamlText.Of(migration.File);
        foreach (var line in expected.Split('|'))
        {
            if (line[0] == '!')
                Assert.DoesNotContain($"{line[1..]}:", text, StringComparison.Ordinal);
            else
                Assert.Contains($" {line}\n", text, StringComparison.Ordinal);
        }

        AssertValid(migration);
    }

    [Theory]
    [InlineData("""{ "launchType": "EC2" }""", "{}", "{}", "service.launchType", false)]
    [InlineData("""{ "schedulingStrategy": "DAEMON" }""", "{}", "{}", "service.schedulingStrategy", false)]
    [InlineData("""{ "deploymentController": { "type": "CODE_DEPLOY" } }""", "{}", "{}", "service.deploymentController.type", false)]
    [InlineData("""{ "deploymentController": { "type": "EXTERNAL" } }""", "{}", "{}", "service.deploymentController.type", false)]
    [InlineData("""{ "tags": [{ "key": "team", "value": "a" }] }""", "{}", "{}", "service.tags.team", true)]
    [InlineData("{}", """{ "entryPoint": ["x"] }""", "{}", "taskDefinition.containers.app.entryPoint", true)]
    [InlineData("{}", """{ "privileged": true }""", "{}", "taskDefinition.containers.app.privileged", true)]
    [InlineData("{}", """{ "environment": [{ "name": "QUEUE", "value": "https://sqs.eu-west-1.amazonaws.com/111122223333/mail" }] }""", "{}", "taskDefinition.containers.app.environment.QUEUE", false)]
    [InlineData("{}", "{}", """{ "ephemeralStorage": { "sizeInGiB": 50 } }""", "taskDefinition.ephemeralStorage", true)]
    [InlineData("{}", "{}", """{ "runtimePlatform": { "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE" } }""", "taskDefinition.runtimePlatform.operatingSystemFamily", true)]
    [InlineData("""{ "teapot": 1 }""", "{}", "{}", "service.teapot", true)]
    public void Of_WhatTheFileSaysOtherwise_HasAReason(string service, string container, string definition, string key, bool isLeft)
    {
        var migration = RecordedAccount.Migrate(service, container, definition);

        var mapped = Assert.Single(migration.Keys, one => one.Key == $"services.shop/api.{key}");
        Assert.Equal(isLeft ? KeyOutcome.Left : KeyOutcome.Changed, mapped.Outcome);
        Assert.False(string.IsNullOrEmpty(mapped.Note));
        Assert.Contains(key.Split('.')[^1] + ":", migration.Account.Split('\n')[mapped.Line - 1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DB_PASSWORD", "never-in-a-file")]
    [InlineData("DB_URL", "postgres://shop:never-in-a-file@db:5432/shop")]
    [InlineData("PAYMENTS", "sk_live_never1in2a3file")]
    [InlineData("SCM", "glpat-never1in2a3file")]
    [InlineData("MAPS", "AIzaNever1in2a3file")]
    [InlineData("PACKAGES", "npm_never1in2a3file")]
    [InlineData("SESSION", "eyJhbGciOi.never1in2a3file")]
    [InlineData("SIGNED_WITH", "q7Zt2VbN9xKd4LmR8sWc1YhJ6pGf3TuE")]
    [InlineData("SQL", "Server=db.shop.example;User Id=shop;Password=never-in-a-file")]
    [InlineData("DB_PASS", "never-in-a-file")]
    public void Of_PlainSecret_IsNowhereWrittenAndBecomesASecret(string name, string value)
    {
        var migration = RecordedAccount.Migrate(container: $$"""{ "environment": [{ "name": "{{name}}", "value": "{{value}}" }, { "name": "LOG", "value": "info" }] }""");

        Assert.DoesNotContain(value, migration.Account + YamlText.Of(migration.File) + string.Join('\n', migration.Secrets.Concat(migration.Keys.Select(key => key.ToString()))), StringComparison.Ordinal);
        var secret = Assert.Single(migration.File["secrets"]!.AsObject()).Key;
        Assert.Equal(name, (string?)Assert.Single(migration.File["services"]!["api"]!["uses"]!.AsArray())![secret]!["prefix"]);
        Assert.Contains($"landfall secret set --env dev --name {secret}", Assert.Single(migration.Secrets), StringComparison.Ordinal);
        Assert.Contains("stands plain", Assert.Single(migration.Keys, key => key.Key.EndsWith($"environment.{name}", StringComparison.Ordinal)).Note, StringComparison.Ordinal);
        AssertValid(migration);
    }

    [Theory]
    [InlineData("""{ "command": ["serve", "--api-key", "never-in-a-file"] }""", "command")]
    [InlineData("""{ "command": ["sh", "-c", "PGPASSWORD=never-in-a-file psql"] }""", "command")]
    [InlineData("""{ "command": ["serve", "--token=never-in-a-file"] }""", "command")]
    [InlineData("""{ "healthCheck": { "command": ["CMD-SHELL", "redis-cli -u redis://u:never-in-a-file@cache:6379 ping"], "interval": 10 } }""", "healthCheck")]
    [InlineData("""{ "dockerLabels": { "deploy-token": "never-in-a-file" } }""", "dockerLabels")]
    [InlineData("""{ "logConfiguration": { "logDriver": "awsfirelens", "options": { "Name": "datadog", "apikey": "never-in-a-file" } } }""", "logConfiguration.options.apikey")]
    public void Of_SecretOutsideOfVariables_IsNowhereWrittenAndSaid(string container, string key)
    {
        var migration = RecordedAccount.Migrate(container: container);

        Assert.DoesNotContain("never-in-a-file", migration.Account + YamlText.Of(migration.File) + string.Join('\n', migration.Keys.Select(one => one.ToString())), StringComparison.Ordinal);
        Assert.DoesNotContain("not written", YamlText.Of(migration.File), StringComparison.Ordinal);
        Assert.Contains(migration.Keys, one => one.Outcome == KeyOutcome.Left && one.Key.EndsWith($"containers.app.{key}", StringComparison.Ordinal));
        AssertValid(migration);
    }

    [Theory]
    [InlineData("ORDERS", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:orders-AbCdEf")]
    [InlineData("BUS", "shop-orders-production-events-of-today-and-tomorrow")]
    [InlineData("IMAGE", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("POOL", "eu-west-1_AbCdEf123")]
    public void Of_ValueThatOnlyLooksLong_IsTakenOver(string name, string value)
    {
        var migration = RecordedAccount.Migrate(container: $$"""{ "environment": [{ "name": "{{name}}", "value": "{{value}}" }] }""");

        Assert.Equal(value, (string?)migration.File["services"]!["api"]!["env"]![name]);
        AssertValid(migration);
    }

    [Theory]
    [InlineData("arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf", "get-secret-value --secret-id 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf' --query SecretString --output text |")]
    [InlineData("arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-AbCdEf:password::", "| jq -r '.[\"password\"]' |")]
    [InlineData("/shop/key", "get-parameter --with-decryption --name '/shop/key'")]
    public void Of_Secret_IsNamedWithTheWayToItsValue(string from, string expected)
    {
        var migration = RecordedAccount.Migrate(container: $$"""{ "secrets": [{ "name": "KEY", "valueFrom": "{{from}}" }] }""");

        Assert.Equal("key", (string?)Assert.Single(migration.File["services"]!["api"]!["uses"]!.AsArray()));
        Assert.Contains(expected, Assert.Single(migration.Secrets), StringComparison.Ordinal);
        AssertValid(migration);
    }

    [Theory]
    [InlineData("\"weights\": { \"api\": \"90\", \"other\": \"10\" }", "weights")]
    [InlineData("\"groupStickiness\": { \"Enabled\": \"true\", \"DurationSeconds\": \"3600\" }", "groupStickiness")]
    public void Of_RuleThatSharesRequests_SaysWhatBecomesOfIt(string setting, string key)
    {
        var groups = PublicGroup.Replace("SCHEME", "internet-facing", StringComparison.Ordinal).Replace("HOSTS", "", StringComparison.Ordinal);

        var migration = RecordedAccount.Migrate(more: groups.Replace("\"priority\"", $"{setting}, \"priority\"", StringComparison.Ordinal));

        var said = migration.Keys.Where(one => one.Key.Contains("rules", StringComparison.Ordinal) && one.Key.Contains(key, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(said);
        Assert.All(said, one => Assert.Equal(KeyOutcome.Left, one.Outcome));
        AssertValid(migration);
    }

    [Fact]
    public void Of_ContainerBeside_IsASidecarOfTheOneThatRequestsGoTo()
    {
        var migration = RecordedAccount.Migrate(
            """{ "loadBalancers": [{ "targetGroupArn": "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/api/1", "containerName": "proxy", "containerPort": 80 }] }""",
            definition: """
            { "containerDefinitions": [
              { "name": "app", "image": "example.com/api:1", "portMappings": [{ "containerPort": 3000 }], "environment": [{ "name": "MODE", "value": "x" }], "secrets": [{ "name": "KEY", "valueFrom": "k" }] },
              { "name": "proxy", "image": "nginx:1.27", "portMappings": [{ "containerPort": 80 }] } ] }
            """);

        var api = migration.File["services"]!["api"]!;
        Assert.Equal("nginx:1.27", (string?)api["image"]);
        Assert.Equal(80, (int)api["port"]!);
        Assert.Equal("x", (string?)api["sidecars"]!["app"]!["env"]!["MODE"]);
        Assert.Equal(KeyOutcome.Left, Assert.Single(migration.Keys, key => key.Key.EndsWith("app.secrets", StringComparison.Ordinal)).Outcome);
        AssertValid(migration);
    }

    [Fact]
    public void Of_Scaling_FollowsWhatCanBeFollowedAndNamesTheRest()
    {
        var migration = RecordedAccount.Migrate(more: """
            { "scaling": { "limits": { "MinCapacity": 2, "MaxCapacity": 8, "SuspendedState": { "DynamicScalingInSuspended": false } },
              "policies": {
                "cpu": { "PolicyType": "TargetTrackingScaling", "TargetTrackingScalingPolicyConfiguration": { "TargetValue": 55.0, "PredefinedMetricSpecification": { "PredefinedMetricType": "ECSServiceAverageCPUUtilization" }, "ScaleInCooldown": 60 } },
                "own": { "PolicyType": "StepScaling", "StepScalingPolicyConfiguration": { "AdjustmentType": "ChangeInCapacity" } } },
              "scheduled": { "Night": { "Schedule": "cron(0 22 * * ? *)", "Timezone": "Asia/Shanghai", "ScalableTargetAction": { "MinCapacity": 1, "MaxCapacity": 2 } }, "once": { "Schedule": "at(2030-01-01T00:00:00)" } } } }
            """);

        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse("""{ "min": 2, "max": 8, "cpu": 55, "schedules": { "night": { "at": "cron(0 22 * * ? *)", "min": 1, "max": 2, "timezone": "Asia/Shanghai" } } }"""),
                migration.File["services"]!["api"]!["scale"]),
            migration.File.ToJsonString());
        Assert.Equal(
            ["own.PolicyType", "own.StepScalingPolicyConfiguration", "cpu.TargetTrackingScalingPolicyConfiguration.ScaleInCooldown", "scheduled.once.Schedule"],
            migration.Keys.Where(key => key.Outcome == KeyOutcome.Left && key.Key.Contains("scaling", StringComparison.Ordinal)).Select(key => key.Key.Split("policies.")[^1].Split("scaling.")[^1]).OrderBy(key => key == "scheduled.once.Schedule").ThenBy(key => !key.StartsWith("own", StringComparison.Ordinal)));
        AssertValid(migration);
    }

    [Theory]
    [InlineData("CANARY", "canaryConfiguration", "canaryPercent", "canaryBakeTimeInMinutes", "canary")]
    [InlineData("LINEAR", "linearConfiguration", "stepPercent", "stepBakeTimeInMinutes", "linear")]
    public void Of_ShiftedTraffic_HasItsSteps(string strategy, string section, string percent, string minutes, string expected)
    {
        var migration = RecordedAccount.Migrate(
            $$"""{ "deploymentConfiguration": { "strategy": "{{strategy}}", "bakeTimeInMinutes": 7, "maximumPercent": 200, "minimumHealthyPercent": 100, "{{section}}": { "{{percent}}": 20.0, "{{minutes}}": 3 } } }""",
            more: PublicGroup.Replace("SCHEME", "internet-facing", StringComparison.Ordinal).Replace("HOSTS", "", StringComparison.Ordinal));

        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse($$"""{ "strategy": "{{expected}}", "bake": "7m", "step": 20, "interval": "3m" }"""), migration.File["services"]!["api"]!["deploy"]),
            migration.File.ToJsonString());
        Assert.DoesNotContain(migration.Keys, key => key.Outcome != KeyOutcome.Exact && key.Key.Contains("deploymentConfiguration", StringComparison.Ordinal));
        AssertValid(migration);
    }

    [Fact]
    public void Of_CallAndSchedule_AreAUseAndAJob()
    {
        var task = """{ "containers": { "app": { "image": "example.com/job:1", "essential": true } }, "cpu": "256", "memory": "512" }""";
        var migration = RecordedAccount.Of(JsonNode.Parse($$"""
            { "services": {
                "shop/api": { "service": { "desiredCount": 1, "serviceRegistries": [{ "dnsName": "api.shop.local" }] }, "taskDefinition": {{task}} },
                "shop/front": { "service": { "desiredCount": 1 }, "taskDefinition": { "containers": { "app": { "image": "x:1", "environment": { "API": "http://api.shop.local:3000/v1", "OTHER": "http://api.example.com" } } }, "cpu": "256", "memory": "512" } } },
              "schedules": {
                "Nightly": { "ScheduleExpression": "cron(0 3 * * ? *)", "State": "DISABLED", "overrides": { "app": { "command": ["sweep"], "environment": { "DEEP": "yes" } } }, "task": { "TaskCount": 2 }, "taskDefinition": {{task}} },
                "events": { "EventPattern": "{}", "taskDefinition": {{task}} } } }
            """)!.AsObject());

        var services = migration.File["services"]!.AsObject();
        Assert.Equal(["api", "front", "nightly"], services.Select(one => one.Key).Order(StringComparer.Ordinal));
        Assert.Equal("api", (string?)Assert.Single(services["front"]!["uses"]!.AsArray()));
        Assert.Equal("cron(0 3 * * ? *)", (string?)services["nightly"]!["schedule"]);
        Assert.False((bool)services["nightly"]!["enabled"]!);
        Assert.Equal("yes", (string?)services["nightly"]!["env"]!["DEEP"]);
        Assert.Equal("sweep", (string?)Assert.Single(services["nightly"]!["command"]!.AsArray()));
        Assert.Equal(KeyOutcome.Left, Assert.Single(migration.Keys, key => key.Key == "schedules.events.EventPattern").Outcome);
        Assert.Equal(KeyOutcome.Left, Assert.Single(migration.Keys, key => key.Key == "schedules.Nightly.task.TaskCount").Outcome);
        AssertValid(migration);
    }

    [Fact]
    public void Of_ServiceConnect_IsWhatEveryServiceHas()
    {
        var migration = RecordedAccount.Migrate("""
            { "deployments": [{ "status": "PRIMARY", "serviceConnectConfiguration": { "enabled": true, "namespace": "shop.local",
              "services": [{ "portName": "http", "discoveryName": "api", "clientAliases": [{ "port": 80, "dnsName": "api" }] }] } }] }
            """);

        var keys = migration.Keys.Where(key => key.Key.Contains("serviceConnect", StringComparison.Ordinal)).ToDictionary(key => key.Key.Split('.')[^1], key => key.Outcome);
        Assert.Equal(KeyOutcome.Exact, keys["enabled"]);
        Assert.Equal(KeyOutcome.Changed, keys["clientAliases"]);
        Assert.DoesNotContain(KeyOutcome.Left, keys.Values);
        AssertValid(migration);
    }

    private static void AssertValid(EcsMigration migration) =>
        Assert.Empty(ConfigLoader.Check(YamlText.Of(migration.File)).Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.ToString()));
}

using Landfall.Operations.Security;
using Landfall.Operations.Security.Dockerfiles;
using Landfall.Operations.Security.Fixing;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Tests.Security.Fixing;

public sealed class SourceFixerTests
{
    // Rules whose fix does not need to know more than the file says.
    private static readonly string[] Always =
    [
        "docker-root-user", "docker-add-for-copy", "k8s-root-user", "k8s-may-be-root", "k8s-writable-root", "k8s-privilege-escalation", "k8s-capabilities-kept", "k8s-secret-in-variable",
        "aws-s3-public-acl", "aws-s3-public-access-allowed", "aws-s3-no-public-access-block", "aws-rds-unencrypted", "aws-aurora-unencrypted", "aws-documentdb-unencrypted", "aws-neptune-unencrypted",
        "aws-efs-unencrypted", "aws-ebs-unencrypted", "aws-redshift-unencrypted", "aws-elasticache-unencrypted", "aws-opensearch-unencrypted", "aws-elasticsearch-unencrypted", "aws-dax-unencrypted",
        "aws-kinesis-unencrypted", "aws-instance-disk-unencrypted", "aws-ecs-writable-root", "aws-visible-parameter",
    ];

    public static TheoryData<int, string> Examples => new(FixtureCase.All.Select((one, i) => (i, $"{one.Rule}: {one.Title}")));

    public static TheoryData<string> Samples => [.. Directory.EnumerateFiles(Path.Combine(GoldenFile.Repository, "samples"), "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" or ".json" || Dockerfile.IsOne(file)).Where(file => !file.Contains("node_modules", StringComparison.Ordinal) && !file.Contains(".landfall", StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(GoldenFile.Repository, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Fix_EveryExample_SilencesWhatItFixesAndNothingNewIsFound(int index, string title)
    {
        Assert.NotEmpty(title);
        Verify(FixtureCase.All[index].File);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Fix_EverySample_SilencesWhatItFixesAndNothingNewIsFound(string file) =>
        Verify(SourceFile.Read(GoldenFile.Repository, file, []) ?? new SourceFile(file, ""));

    [Theory]
    [MemberData(nameof(FixedRules))]
    public void Fix_ExampleThatBreaksTheRule_IsFixed(string rule)
    {
        var example = FixtureCase.All.First(one => one.Rule == rule && one.Fails);

        var fix = Fixer().Fix(example.File, TestContext.Current.CancellationToken);

        Assert.NotNull(fix);
        Assert.Contains(fix.Value.Fixed, one => one.Rule == rule);
        Assert.DoesNotContain(new FileScan().Find(fix.Value.File, []), finding => finding.Rule == rule);
    }

    public static TheoryData<string> FixedRules => [.. Always];

    [Fact]
    public void Fix_Manifest_KeepsCommentsAndLayout()
    {
        var fixedFile = Text("web.yaml", """
            apiVersion: apps/v1   # the API
            kind: Deployment
            metadata: { name: web, namespace: shop }
            spec:
              template:
                spec:
                  serviceAccountName: web
                  containers:
                    # the program itself
                    - name: web
                      image: a:1
                      ports:
                        - containerPort: 80   # plain
                      resources:
                        requests: { cpu: 100m, memory: 64Mi }

            ---
            # nothing below
            """);

        Assert.Equal("""
            apiVersion: apps/v1   # the API
            kind: Deployment
            metadata: { name: web, namespace: shop }
            spec:
              template:
                spec:
                  serviceAccountName: web
                  containers:
                    # the program itself
                    - name: web
                      image: a:1
                      ports:
                        - containerPort: 80   # plain
                      resources:
                        requests: { cpu: 100m, memory: 64Mi }
                        limits:
                          cpu: 100m
                          memory: 64Mi
                      securityContext:
                        capabilities:
                          drop: [ALL]
                          add: [NET_BIND_SERVICE]
                        runAsNonRoot: true
                        allowPrivilegeEscalation: false
                        seccompProfile:
                          type: RuntimeDefault
                        readOnlyRootFilesystem: true
                      readinessProbe:
                        tcpSocket:
                          port: 80
                      livenessProbe:
                        tcpSocket:
                          port: 80
                        initialDelaySeconds: 30
                        periodSeconds: 20
                        failureThreshold: 6
                      volumeMounts:
                        - name: tmp
                          mountPath: /tmp
                  volumes:
                    - name: tmp
                      emptyDir: {}

            ---
            # nothing below
            """, fixedFile);
    }

    [Fact]
    public void Fix_JsonTemplate_StaysJson()
    {
        var fixedFile = Text("t.json", """
            {
              "Resources": {
                "Db": {
                  "Type": "AWS::RDS::DBInstance",
                  "Properties": {
                    "Engine": "postgres",
                    "MasterUserPassword": "hunter2-hunter2"
                  }
                }
              }
            }
            """);

        Assert.Equal("""
            {
              "Resources": {
                "Db": {
                  "Type": "AWS::RDS::DBInstance",
                  "Properties": {
                    "Engine": "postgres",
                    "ManageMasterUserPassword": true,
                    "StorageEncrypted": true
                  }
                }
              }
            }
            """, fixedFile);
    }

    [Fact]
    public void Fix_SecretInLandfallFile_GoesToSecrets() =>
        Assert.Equal("""
            app: shop
            services:
              api:
                type: web   # the front
                env:
                  LIMIT: "5"
                uses: [orders, api-token]
            secrets:
              api-token: {}

            """, Text("landfall.yaml", """
            app: shop
            services:
              api:
                type: web   # the front
                env:
                  LIMIT: "5"
                  API_TOKEN: 9f8A7c6Db5e4F3a2
                uses: [orders]

            """));

    [Theory]
    [InlineData("FROM node:22\nCOPY . .\nCMD [\"node\", \"a.js\"]\n", "FROM node:22\nCOPY . .\nUSER node\nCMD [\"node\", \"a.js\"]\n")]
    [InlineData("FROM python:3.13\nRUN pip install \\\n  a\n\nCMD x", "FROM python:3.13\nRUN pip install \\\n  a\nUSER 10001:10001\n\nCMD x")]
    [InlineData("FROM alpine:3.22", "FROM alpine:3.22\nUSER 10001:10001")]
    [InlineData("FROM alpine:3.22\nUSER root\nRUN x\nENTRYPOINT y\n", "FROM alpine:3.22\nUSER root\nRUN x\nUSER 10001:10001\nENTRYPOINT y\n")]
    [InlineData("FROM alpine:3.22\nADD a b\nUSER app\n", "FROM alpine:3.22\nCOPY a b\nUSER app\n")]
    [InlineData("FROM alpine:3.22\nENV API_TOKEN=abc9f8a7\nUSER app\n", "FROM alpine:3.22\n# API_TOKEN is given when the container is run, and is no part of the image.\nUSER app\n")]
    public void Fix_Dockerfile_ChangesTheLineThatMatters(string before, string then) => Assert.Equal(then, Text("Dockerfile", before));

    [Theory]
    [InlineData("FROM nginx:1.27\n", "a server that begins as root")]
    [InlineData("# landfall-ignore: docker-root-user the vendor needs it\nFROM alpine:3.22\n", "accepted")]
    [InlineData("FROM alpine:latest\nUSER app\n", "no version is known to be right")]
    public void Fix_WhatAPersonHasToDecide_IsLeft(string text, string reason)
    {
        Assert.NotEmpty(reason);
        Assert.Null(Fixer().Fix(new SourceFile("Dockerfile", text), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.1.0.0/16 } }", "VpcId: !Ref Vpc", "- { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: { Fn::GetAtt: [Vpc, CidrBlock] } }")]
    [InlineData("Other: { Type: AWS::SNS::TopicPolicy }", "VpcId: vpc-1", "[]")]
    public void Fix_OpenForAdministration_ClosesToTheNetworkOrWhole(string other, string vpc, string closed) =>
        Assert.Equal(Group(other, vpc, closed), Text("t.yaml", Group(other, vpc, "- { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }")));

    [Fact]
    public void Fix_PrivilegedContainer_KeepsWhatTheApiWantsOfIt()
    {
        var text = Text("p.yaml", "apiVersion: v1\nkind: Pod\nmetadata: { name: p, namespace: n }\nspec:\n  containers:\n    - name: c\n      image: a:1\n      securityContext: { privileged: true }\n");

        Assert.DoesNotContain("allowPrivilegeEscalation", text, StringComparison.Ordinal);
        Assert.Contains("privileged: true, ", text, StringComparison.Ordinal);
    }

    private static string Group(string other, string vpc, string rule) =>
        $"Resources:\n  {other}\n  Group:\n    Type: AWS::EC2::SecurityGroup\n    Properties:\n      GroupDescription: x\n      {vpc}\n      SecurityGroupIngress:\n        {rule}\n";

    private static SourceFixer Fixer() => new([], new DateOnly(2026, 3, 1));

    private static string Text(string name, string text) => Fixer().Fix(new SourceFile(name, text), TestContext.Current.CancellationToken)!.Value.File.Text;

    private static void Verify(SourceFile file)
    {
        var unread = new List<UnreadFile>();
        var before = new FileScan().Find(file, unread).CountBy(finding => finding.Rule).ToDictionary();
        if (Fixer().Fix(file, TestContext.Current.CancellationToken) is not { } fix)
            return;

        var then = new List<UnreadFile>();
        var after = new FileScan().Find(fix.File, then).CountBy(finding => finding.Rule).ToDictionary();
        Assert.All(fix.Fixed.CountBy(one => one.Rule), one => Assert.True(after.GetValueOrDefault(one.Key) <= before[one.Key] - one.Value, one.Key));
        Assert.All(after, one => Assert.True(one.Value <= before.GetValueOrDefault(one.Key), one.Key));
        Assert.Equal(unread.Count, then.Count);
        if (!Dockerfile.IsOne(file.Path))
            Assert.Null(ForeignTree.Read(fix.File).Problem);
        Assert.Null(Fixer().Fix(fix.File, TestContext.Current.CancellationToken));
    }
}

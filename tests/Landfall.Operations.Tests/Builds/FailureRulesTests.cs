using Landfall.Operations.Builds;

namespace Landfall.Operations.Tests.Builds;

/// <summary>What is said of logs as the tools write them.</summary>
public sealed class FailureRulesTests
{
    [Theory]
    [InlineData("#14 98.21 <--- Last few GCs --->\n#14 98.22 FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory", "out-of-memory", "A program reached the limit of its own memory.")]
    [InlineData("ERROR: failed to solve: process \"/bin/sh -c npm run build\" did not complete successfully: exit code: 137", "out-of-memory", "The machine ran out of memory, and a program was killed.")]
    [InlineData("# shop/api\n/usr/local/go/pkg/tool/linux_amd64/link: signal: killed", "out-of-memory", "The machine ran out of memory")]
    [InlineData("write /var/lib/docker/tmp/GetImageBlob1: no space left on device", "disk-full", "The disk of the build machine is full.")]
    [InlineData("npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device, write", "disk-full", "The disk of the build machine is full.")]
    [InlineData("toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading: https://www.docker.com/increase-rate-limit", "pull-rate-limit", "limits how often images are pulled")]
    [InlineData("ERROR: failed to solve: node:24: failed to resolve source metadata for docker.io/library/node:24: unexpected status from HEAD request: 429 Too Many Requests", "pull-rate-limit", "limits how often")]
    [InlineData("Phase context status code: YAML_FILE_ERROR Message: Unknown runtime version named '29' of nodejs. This build image has the following versions: 18, 20, 22, 24", "build-server", "CodeBuild cannot read the buildspec")]
    [InlineData("An error occurred (AccessDeniedException) when calling the GetParameter operation: User: arn:aws:sts::123456789012:assumed-role/shop-build/AWSCodeBuild-1 is not authorized to perform: ssm:GetParameter on resource: arn:aws:ssm:us-east-1:123456789012:parameter/shop/dev/x because no identity-based policy allows the ssm:GetParameter action", "permission-denied", "arn:aws:sts::123456789012:assumed-role/shop-build/AWSCodeBuild-1 may not do ssm:GetParameter on arn:aws:ssm:us-east-1:123456789012:parameter/shop/dev/x.")]
    [InlineData("denied: User: arn:aws:sts::1:assumed-role/b/c is not authorized to perform: ecr:InitiateLayerUpload on resource: arn:aws:ecr:us-east-1:1:repository/shop/api with an explicit deny in a service control policy", "permission-denied", "may not do ecr:InitiateLayerUpload on arn:aws:ecr:us-east-1:1:repository/shop/api.")]
    [InlineData("An error occurred (UnauthorizedOperation) when calling the DescribeInstances operation: You are not permitted", "permission-denied", "for lack of a permission")]
    [InlineData("no basic auth credentials", "registry-sign-in", "A registry refuses who asks")]
    [InlineData("denied: Your authorization token has expired. Reauthenticate and try again.", "registry-sign-in", "A registry refuses")]
    [InlineData("npm error code E401\nnpm error Incorrect or missing password.", "registry-sign-in", "A registry refuses")]
    [InlineData("error NU1301: Unable to load the service index for source https://packages.example.com/v3/index.json.\n  Response status code does not indicate success: 401 (Unauthorized).", "registry-sign-in", "A registry refuses")]
    [InlineData("npm error code ETIMEDOUT\nnpm error network request to https://packages.example.com/left-pad failed", "network", "'packages.example.com' cannot be reached.")]
    [InlineData("fatal: unable to access 'https://git.example.com/acme/shop/': Could not resolve host: git.example.com", "network", "'git.example.com' cannot be reached.")]
    [InlineData("go: example.com/x@v1.0.0: Get \"https://proxy.example.com/x\": dial tcp: lookup proxy.example.com on 10.0.0.2:53: no such host", "network", "'proxy.example.com' cannot be reached.")]
    [InlineData("shop-dev-api: Service (AWS::ECS::Service) failed.\n  Reason: Resource handler returned message: \"Invalid\"\n  Try:    Mend the port, then deploy again.\nLF5060 The deployment failed.", "cloudformation", "CloudFormation could not deploy Service (AWS::ECS::Service) of shop-dev-api.")]
    [InlineData("shop-dev-data | 3/9 | 10:00:00 AM | CREATE_FAILED        | AWS::S3::Bucket | Uploads (Uploads1) shop-uploads already exists", "cloudformation", "a resource of type AWS::S3::Bucket")]
    [InlineData("❌  shop-dev-network failed: Error: shop-dev-network: SSM parameter /cdk-bootstrap/hnb659fds/version not found. Has the environment been bootstrapped?", "cloudformation", "not prepared for the CDK")]
    [InlineData("This CDK CLI is not compatible with the CDK library used by your application. Please upgrade the CLI to the latest version.", "cloudformation", "The CDK CLI is older")]
    [InlineData("landfall.yaml:3:8 LF1105 'never' is not one of none, one, perZone.", "landfall", "landfall.yaml:3:8: 'never' is not one of none, one, perZone.")]
    [InlineData("LF9999 This is a bug in Landfall. Please report it with the text below.\nSystem.NullReferenceException", "landfall", "This is a bug in Landfall.")]
    [InlineData("npm error code EUSAGE\nnpm error\nnpm error `npm ci` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync.", "npm", "The lock file does not fit package.json.")]
    [InlineData("npm ERR! code ERESOLVE\nnpm ERR! ERESOLVE unable to resolve dependency tree", "npm", "Two packages want versions of a third")]
    [InlineData("npm error Missing script: \"lint\"", "npm", "package.json has no script 'lint'.")]
    [InlineData("ERR_PNPM_OUTDATED_LOCKFILE  Cannot install with \"frozen-lockfile\" because pnpm-lock.yaml is not up to date", "npm", "The lock file does not fit")]
    [InlineData("ERROR: Could not find a version that satisfies the requirement flsk==9 (from versions: none)\nERROR: No matching distribution found for flsk==9", "pip", "There is no version of 'flsk==9'")]
    [InlineData("ERROR: Cannot install a==1 and b==2 because these package versions have conflicting dependencies.\nERROR: ResolutionImpossible: for help visit the documentation", "pip", "Two requirements exclude each other.")]
    [InlineData("error: subprocess-exited-with-error\n  gcc: command not found\nERROR: Failed building wheel for psycopg2", "pip", "no wheel for this machine")]
    [InlineData("/src/Api.csproj : error NU1101: Unable to find package Nonsense. No packages exist with this id in source(s): nuget.org", "nuget", "No source has a package")]
    [InlineData("main.go:4:2: no required module provides package example.com/x; to add it:", "go-modules", "go.mod or go.sum does not have")]
    [InlineData("/src/Program.cs(12,5): error CS0103: The name 'x' does not exist in the current context [/src/Api.csproj]", "compiler", "/src/Program.cs, line 12: CS0103: The name 'x' does not exist in the current context")]
    [InlineData("src/index.ts:3:7 - error TS2322: Type 'string' is not assignable to type 'number'.", "compiler", "src/index.ts, line 3: TS2322")]
    [InlineData("src/index.ts(3,7): error TS2322: Type 'string' is not assignable to type 'number'.", "compiler", "src/index.ts, line 3: TS2322")]
    [InlineData("[ERROR] /src/main/java/App.java:[7,9] cannot find symbol", "compiler", "/src/main/java/App.java, line 7: cannot find symbol")]
    [InlineData("# shop/api\n./main.go:12:2: undefined: serve", "compiler", "./main.go, line 12: undefined: serve")]
    [InlineData("/src/server.js\n  12:5  error  'x' is assigned a value but never used  no-unused-vars\n\n✖ 1 problem (1 error, 0 warnings)", "lint", "no-unused-vars first")]
    [InlineData("main.py:1:8: F401 [*] `os` imported but unused\nFound 1 error.", "lint", "F401 first")]
    [InlineData("F401 [*] `os` imported but unused\n --> main.py:1:8", "lint", "F401 first")]
    [InlineData("/src/Program.cs(3,1): error WHITESPACE: Fix whitespace formatting. Delete 2 characters.", "lint", "WHITESPACE first")]
    [InlineData("app.rb:1:1: C: [Correctable] Style/FrozenStringLiteralComment: Missing frozen string literal comment.", "lint", "Style/FrozenStringLiteralComment first")]
    [InlineData("[warn] src/app.js\n[warn] Code style issues found in the above file. Run Prettier with --write to fix.", "lint", "The lint finds")]
    [InlineData("/src/server.js:12\n}\n^\n\nSyntaxError: Unexpected token '}'", "syntax", "/src/server.js, line 12: SyntaxError: Unexpected token '}'")]
    [InlineData("  File \"/src/main.py\", line 3\n    def f(\n         ^\nSyntaxError: '(' was never closed", "syntax", "/src/main.py, line 3: SyntaxError: '(' was never closed")]
    [InlineData("ERROR: failed to solve: failed to compute cache key: failed to calculate checksum of ref abc::def: \"/dist\": not found", "docker-build", "The Dockerfile copies '/dist'")]
    [InlineData("ERROR: failed to solve: node:99-slim: failed to resolve source metadata for docker.io/library/node:99-slim: docker.io/library/node:99-slim: not found", "docker-build", "The base image 'node:99-slim' is not there.")]
    [InlineData("Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?", "docker-build", "There is no Docker that runs.")]
    [InlineData("ERROR: failed to solve: process \"/bin/sh -c make\" did not complete successfully: exit code: 2", "docker-build", "A step of the Dockerfile failed: /bin/sh -c make")]
    [InlineData("/codebuild/output/tmp/script.sh: line 4: terraform: command not found", "command-missing", "no program 'terraform'")]
    [InlineData("/codebuild/output/tmp/script.sh: 4: /codebuild/output/tmp/script.sh: juhu: not found", "command-missing", "no program 'juhu'")]
    [InlineData("sh: 1: ./gradlew: Permission denied", "command-missing", "'./gradlew' may not be run.")]
    [InlineData("The image has vulnerabilities (CRITICAL, HIGH): None\t2", "image-vulnerabilities", "The image has vulnerabilities")]
    public void Explain_LogOfAKnownFailure_NamesItsCause(string text, string rule, string cause)
    {
        var explanation = Explain($"Preparing\n{text}\nDone.");

        Assert.Equal(rule, explanation.Rule);
        Assert.Contains(cause, explanation.Cause, StringComparison.Ordinal);
        Assert.NotEmpty(explanation.Errors);
        Assert.EndsWith(".", explanation.Next.TrimEnd(')'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  Failed Shop.Tests.CartTests.Add_Twice_Counts [12 ms]\n  Error Message:\n   Assert.Equal() Failure", "Shop.Tests.CartTests.Add_Twice_Counts")]
    [InlineData("failed Shop.Tests.CartTests.Add (3ms)", "Shop.Tests.CartTests.Add")]
    [InlineData("    Shop.Tests.CartTests.Add [FAIL]", "Shop.Tests.CartTests.Add")]
    [InlineData("FAILED tests/test_main.py::test_health - assert 500 == 200", "tests/test_main.py::test_health")]
    [InlineData("--- FAIL: TestHealth (0.00s)", "TestHealth")]
    [InlineData("=== FAIL: . TestHealth (0.00s)", "TestHealth")]
    [InlineData("not ok 1 - answers its health check\n  ---", "answers its health check")]
    [InlineData("✖ answers its health check (12.5ms)\n✖ failing tests:", "answers its health check")]
    [InlineData("  ● cart › adds twice\n\n    expect(received).toBe(expected)", "cart › adds twice")]
    [InlineData(" FAIL  test/cart.test.ts > cart > adds twice", "test/cart.test.ts > cart > adds twice")]
    [InlineData("[ERROR]   CartTest.addsTwice:12 expected: <2> but was: <1>", "CartTest.addsTwice")]
    [InlineData("CartTest > addsTwice() FAILED", "CartTest > addsTwice()")]
    [InlineData("rspec ./spec/cart_spec.rb:12 # Cart adds twice", "Cart adds twice")]
    [InlineData("  1 passing\n  1 failing\n\n  1) cart adds twice:\n     AssertionError", "cart adds twice:")]
    public void Explain_FailedTest_IsNamed(string text, string test)
    {
        var explanation = Explain(text);

        Assert.Equal("failed-tests", explanation.Rule);
        Assert.Equal($"The test '{test}' fails.", explanation.Cause);
    }

    [Fact]
    public void Explain_ManyFailedTests_NamesTheFirstAndCountsAll()
    {
        var explanation = Explain(string.Join('\n', Enumerable.Range(1, 7).Select(n => $"--- FAIL: Test{n} (0.00s)")) + "\n--- FAIL: Test1 (0.00s)");

        Assert.Equal("7 tests fail: 'Test1', 'Test2', 'Test3', 'Test4', 'Test5', ….", explanation.Cause);
        Assert.Equal(5, explanation.Errors.Count);
    }

    [Theory]
    [InlineData("[Container] 2026/11/26 10:00:00 Running command make\n[Container] 2026/11/26 10:00:01 Command did not exit successfully make exit status 137", "out-of-memory")]
    [InlineData("$ go vet ./...\n./main.go:3:2: fmt.Printf format %d has arg x of wrong type string", "lint")]
    public void Explain_Step_DecidesWhereTheOutputDoesNot(string text, string rule) => Assert.Equal(rule, Explain(text).Rule);

    [Fact]
    public void Explain_WarningOfLandfalls_IsNoError() => Assert.Null(Explain("landfall.yaml:3:8 LF1204 warning: this is old\nsomething").Rule);

    [Theory]
    [InlineData("landfall.yaml:3:8: this is the cause", "sts:AssumeRole", "trust policy")]
    [InlineData("with an explicit deny in an identity-based policy", "s3:GetObject", "Deny")]
    [InlineData("because no identity-based policy allows it", "s3:GetObject", "landfall pipeline deploy")]
    public void Explain_RefusalOfIam_SaysWhatToLookAt(string why, string action, string next) =>
        Assert.Contains(next, Explain($"User: a is not authorized to perform: {action} on resource: b {why}").Next, StringComparison.Ordinal);

    [Fact]
    public void All_Rules_HaveIdsOfTheirOwn()
    {
        Assert.All(FailureRules.All, rule => Assert.Matches("^[a-z]+(-[a-z]+)*$", rule.Id));
        Assert.Equal(FailureRules.All.Count, FailureRules.All.Select(rule => rule.Id).Distinct().Count());
    }

    private static BuildExplanation Explain(string text) => BuildExplainer.Explain(LogReader.Read(text));
}

using Amazon.CDK.AWS.Cognito;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Config.Values;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Edge;

/// <summary>The Cognito user pool, its sign-in pages and its clients.</summary>
internal static class SignIn
{
    public static void Add(LandfallStack stack, AuthPlan auth, IReadOnlyList<string> cdns)
    {
        // Cognito never changes what a user signs in with: another pool stands beside this one until the readers have moved.
        var variant = (auth.Email, auth.UserName) switch { (_, false) => "", (true, _) => "ByBoth", _ => "ByName" };
        var pool = Pool(stack, auth, $"UserPool{variant}");
        var poolId = pool.Ref;
        var prefix = stack.Plan.AwsNames.SignInDomain(stack.Names.Account, variant.ToLowerInvariant());
        _ = new CfnUserPoolDomain(stack, $"UserPoolDomain{variant}", new CfnUserPoolDomainProps { UserPoolId = poolId, Domain = prefix });
        var client = Client(stack, $"UserPoolClient{variant}", poolId, Callbacks(stack.Plan, auth, cdns), secret: false);
        stack.Publish(AuthValues.UserPoolId, poolId);
        stack.Publish(AuthValues.UserPoolArn, pool.AttrArn);
        stack.Publish(AuthValues.ClientId, client);
        stack.Publish(AuthValues.Domain, prefix);
        stack.Output("UserPoolId", poolId, "User pool");
        stack.Output("UserPoolClientId", client, "User pool client");
        if (stack.Plan.Domain is { } domain && stack.Plan.Services.OfType<WebServicePlan>().Any(web => web.RequireSignIn))
        {
            var hosts = stack.Plan.Services.OfType<WebServicePlan>()
                .Where(web => web.RequireSignIn).SelectMany(web => web.Hosts.DefaultIfEmpty(domain.Name)).Distinct();
            stack.Publish(AuthValues.LoadBalancerClientId,
                Client(stack, $"LoadBalancerClient{variant}", poolId, [.. hosts.Select(host => $"https://{host}{PathPattern.SignInCallback}")], secret: true));
        }
    }

    /// <summary>Where the sign-in pages may send a user back to.</summary>
    public static string[] Callbacks(AppPlan plan, AuthPlan auth, IReadOnlyList<string> cdns) =>
    [
        .. cdns.Select(name => $"https://{name}"),
        .. plan.Domain is { } domain ? PublicNames.OfCdn(plan).Where(host => !HostNames.IsWildcard(host)).Prepend(domain.Name).Distinct().Select(host => $"https://{host}") : [],
        .. auth.LocalPorts.Select(port => $"http://localhost:{port}"),
        .. auth.Callbacks,
    ];

    private static CfnUserPool Pool(LandfallStack stack, AuthPlan auth, string id)
    {
        var pool = new CfnUserPool(stack, id, new CfnUserPoolProps
        {
            UserPoolName = stack.Plan.Prefix,
            DeletionProtection = "INACTIVE",

            // Either the address is the name, or a second way to say who one is.
            UsernameAttributes = auth.Email && !auth.UserName ? ["email"] : null,
            AliasAttributes = auth is { Email: true, UserName: true } ? ["email"] : null,
            AutoVerifiedAttributes = ["email"],
            AdminCreateUserConfig = new CfnUserPool.AdminCreateUserConfigProperty { AllowAdminCreateUserOnly = !auth.SelfSignUp },
            Policies = new CfnUserPool.PoliciesProperty
            {
                PasswordPolicy = new CfnUserPool.PasswordPolicyProperty
                {
                    MinimumLength = auth.PasswordLength,
                    RequireLowercase = auth.PasswordLower,
                    RequireUppercase = auth.PasswordUpper,
                    RequireNumbers = auth.PasswordDigit,
                    RequireSymbols = auth.PasswordSymbol,
                    TemporaryPasswordValidityDays = 7,
                },
            },
            MfaConfiguration = auth.Mfa switch { MfaMode.Required => "ON", MfaMode.Optional => "OPTIONAL", _ => "OFF" },
            EnabledMfas = auth.Mfa == MfaMode.Off ? null : ["SOFTWARE_TOKEN_MFA"],
            AccountRecoverySetting = new CfnUserPool.AccountRecoverySettingProperty
            {
                RecoveryMechanisms = new object[] { new CfnUserPool.RecoveryOptionProperty { Name = "verified_email", Priority = 1 } },
            },
        });
        stack.Protect(pool);
        stack.ProtectOnceItStands(pool, "DeletionProtection", stack.Plan.Protect, "ACTIVE", "INACTIVE");
        stack.Accept(pool, "AwsSolutions-COG1", "The file sets the password policy; its defaults are stronger than this rule.");
        stack.Accept(pool, "AwsSolutions-COG2", "The file sets whether a second factor is needed.");
        stack.Accept(pool, "AwsSolutions-COG3", "Threat protection needs the Plus plan, which costs per user.");
        stack.Accept(pool, "AwsSolutions-COG8", "The Plus plan costs per user.");
        return pool;
    }

    private static string Client(LandfallStack stack, string id, string pool, string[] callbacks, bool secret) =>
        new CfnUserPoolClient(stack, id, new CfnUserPoolClientProps
        {
            UserPoolId = pool,
            ClientName = stack.Plan.AwsNames.SignInClient(secret ? "load-balancer" : "browser"),
            GenerateSecret = secret,
            SupportedIdentityProviders = ["COGNITO"],
            AllowedOAuthFlowsUserPoolClient = callbacks.Length > 0,
            AllowedOAuthFlows = callbacks.Length > 0 ? ["code"] : null,
            AllowedOAuthScopes = callbacks.Length > 0 ? ["openid", "email", "profile"] : null,
            CallbackUrLs = callbacks.Length > 0 ? callbacks : null,
            LogoutUrLs = callbacks.Length > 0 && !secret ? callbacks : null,
            ExplicitAuthFlows = ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
            PreventUserExistenceErrors = "ENABLED",
            EnableTokenRevocation = true,
        }).Ref;
}

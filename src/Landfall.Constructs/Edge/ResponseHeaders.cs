using Amazon.CDK.AWS.CloudFront;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using static Amazon.CDK.AWS.CloudFront.CfnResponseHeadersPolicy;

namespace Landfall.Constructs.Edge;

/// <summary>The security headers of a site's answers, and its CORS headers where origins are named.</summary>
internal static class ResponseHeaders
{
    /// <summary>How long browsers remember to use HTTPS alone: what the preload list asks for at least is half of it.</summary>
    public const int TwoYears = 63_072_000;

    public static CfnResponseHeadersPolicy Create(LandfallStack stack, SiteServicePlan site, string id) =>
        new(stack, $"{id}Headers", new CfnResponseHeadersPolicyProps
        {
            ResponseHeadersPolicyConfig = new ResponseHeadersPolicyConfigProperty
            {
                Name = $"{stack.Plan.Prefix}-{site.Name}",
                SecurityHeadersConfig = new SecurityHeadersConfigProperty
                {
                    ContentTypeOptions = new ContentTypeOptionsProperty { Override = true },
                    FrameOptions = new FrameOptionsProperty { FrameOption = "SAMEORIGIN", Override = false },
                    ReferrerPolicy = new ReferrerPolicyProperty { ReferrerPolicy = "strict-origin-when-cross-origin", Override = false },
                    StrictTransportSecurity = stack.Plan.Domain is not { Hsts: true } ? null : new StrictTransportSecurityProperty
                    {
                        AccessControlMaxAgeSec = TwoYears,
                        IncludeSubdomains = true,
                        Override = true,
                    },
                },
                CorsConfig = site.CorsOrigins.Count == 0 ? null : new CorsConfigProperty
                {
                    AccessControlAllowCredentials = false,
                    AccessControlAllowHeaders = new AccessControlAllowHeadersProperty { Items = ["*"] },
                    AccessControlAllowMethods = new AccessControlAllowMethodsProperty { Items = ["GET", "HEAD", "OPTIONS"] },
                    AccessControlAllowOrigins = new AccessControlAllowOriginsProperty { Items = [.. site.CorsOrigins] },
                    OriginOverride = false,
                },
            },
        });
}

using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class ProtocolValidatorTests
{
    [Theory]
    [InlineData("services: { a: { type: web, image: n, protocol: tcp } }", "LF1319")]
    [InlineData("services: { a: { type: internal, image: n, protocol: tcp } }", "")]
    [InlineData("services: { a: { type: internal, image: n, protocol: tcp, loadBalancer: true } }", "LF1319")]
    [InlineData("services: { a: { type: web, image: n, protocol: grpc } }", "LF1319")]
    [InlineData("domain: { name: a.example.com, zone: example.com }\nservices: { a: { type: web, image: n, protocol: grpc } }", "")]
    [InlineData("domain: { name: a.example.com, zone: example.com }\nservices: { a: { type: web, image: n, protocol: http2 } }", "")]
    [InlineData("auth: {}\ndomain: { name: a.example.com, zone: example.com }\nservices: { a: { type: web, image: n, protocol: grpc, signIn: true } }", "LF1319")]
    [InlineData("services: { a: { type: internal, image: n, protocol: grpc, loadBalancer: true } }", "LF1319")]
    [InlineData("services: { a: { type: internal, image: n, protocol: grpc } }", "")]
    [InlineData("services: { a: { type: internal, image: n, protocol: grpc }, l: { type: loadTest, target: a } }", "LF1319")]
    [InlineData("domain: { name: a.example.com, zone: example.com }\nservices: { a: { type: web, image: n, path: /api/*, protocol: grpc }, s: { type: site, api: a } }", "LF1319")]
    [InlineData("services: { a: { type: internal, image: n, protocol: grpc, health: { codes: '0,12' } } }", "")]
    [InlineData("services: { a: { type: internal, image: n, protocol: grpc, health: { codes: 200 } } }", "LF1106")]
    [InlineData("services: { a: { type: web, image: n, health: { codes: 12 } } }", "LF1106")]
    [InlineData("services: { a: { type: web, image: n, health: { codes: 200-499 } } }", "")]
    [InlineData("services: { a: { type: web, image: n, health: { codes: 500 } } }", "LF1106")]
    [InlineData("services: { a: { type: web, image: n, timeout: 60s } }", "LF1104")]
    [InlineData("services: { a: { type: web, image: n, timeout: { idle: 4000s } } }", "")]
    [InlineData("services: { a: { type: web, image: n, timeout: { idle: 4001s } } }", "LF1106")]
    [InlineData("services: { a: { type: web, image: n, timeout: { request: 0s, idle: 1s } } }", "")]
    [InlineData("services: { j: { type: job, image: n, schedule: rate(1 hour), timeout: 2h } }", "")]
    [InlineData("services: { j: { type: job, image: n, schedule: rate(1 hour), timeout: { run: 2h } } }", "")]
    [InlineData("services: { j: { type: job, image: n, schedule: rate(1 hour), timeout: { idle: 2m } } }", "LF1104")]
    [InlineData("services: { j: { type: job, image: n, schedule: rate(1 hour), timeout: 30s } }", "LF1106")]
    [InlineData("services: { a: { type: web, image: n, stopTimeout: 121s } }", "LF1106")]
    [InlineData("services: { a: { type: web, image: n, writable: [/] } }", "LF1107")]
    [InlineData("databases: { d: { engine: mysql, storage: 100, maxStorage: 109 } }", "LF1311")]
    [InlineData("databases: { d: { engine: mysql, storage: 100, maxStorage: 110 } }", "")]
    [InlineData("databases: { d: { engine: aurora-mysql, maxStorage: 110 } }", "LF1311")]
    public void Validate_WhatAServiceSpeaks_FitsTheWayToIt(string yaml, string code) =>
        Assert.Equal(code, string.Join(' ', SmallFile.Problems(yaml + "\n").Select(problem => problem.Split(' ')[1]).Distinct()));

    [Theory]
    [InlineData("services: { a: { type: web, image: 'public.ecr.aws/nginx/nginx:1.27' } }", "LF1320")]
    [InlineData("services: { a: { type: web, image: 'nginx@sha256:0000000000000000000000000000000000000000000000000000000000000000' } }", "LF1320")]
    [InlineData("services: { a: { type: web, image: nginx, readOnly: false } }", "")]
    [InlineData("services: { a: { type: web, image: nginx, writable: [/var/cache, /run] } }", "")]
    [InlineData("services: { a: { type: web, image: nginx-exporter } }", "")]
    [InlineData("databases: { d: { engine: mysql, version: '8.0' } }", "LF1321")]
    [InlineData("databases: { d: { engine: mysql, version: 8.0.43 } }", "LF1321")]
    [InlineData("databases: { d: { engine: mysql, version: '8.4' } }", "")]
    [InlineData("databases: { d: { engine: aurora-mysql, version: '8.0' } }", "")]
    [InlineData("databases: { d: { engine: postgresql, version: 13 } }", "LF1321")]
    public void Validate_WhatWillNotStartOrCostsMore_IsAdvised(string yaml, string code) =>
        Assert.Equal(code, string.Join(' ', SmallFile.Warnings("network: { nat: one }\n" + yaml + "\n").Select(problem => problem.Split(' ')[1]).Distinct()));
}

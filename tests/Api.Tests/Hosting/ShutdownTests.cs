using System.Net;
using Npgsql;
using TeacherDevPlan.Harness;

namespace TeacherDevPlan.Api.Tests.Hosting;

/// <summary>A service that is asked to stop finishes what it has accepted, and ends with exit code 0.</summary>
public sealed class ShutdownTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readiness_goes_first_then_the_listener_and_accepted_requests_finish()
    {
        await using var service = new ServiceProcess(("Shutdown__NotReadySeconds", "5"));
        await service.StartAsync(Cancellation);
        using var client = new HttpClient();
        await using var blocker = await BlockAsync(service);
        var slow = client.GetStringAsync(Query(service, "{projects{totalCount}}"), Cancellation);
        await WaitingAsync(blocker);
        var stopped = service.StopAsync(Cancellation);

        // Not ready, and still at work.
        while ((await StatusAsync(client, service, "/health/ready")) == HttpStatusCode.OK)
            await Task.Delay(20, Cancellation);
        (await StatusAsync(client, service, "/health/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(client, service, "/health/live")).ShouldBe(HttpStatusCode.OK);
        using (var answer = await client.GetAsync(Query(service, "{__typename}"), Cancellation))
            (answer.StatusCode, answer.Headers.ConnectionClose).ShouldBe((HttpStatusCode.OK, true));

        // Accepts no more, and still finishes.
        while ((await StatusAsync(client, service, "/health/live")) is not null)
            await Task.Delay(20, Cancellation);
        slow.IsCompleted.ShouldBeFalse();
        await blocker.CloseAsync();
        (await slow).ShouldContain("\"totalCount\":10");
        (await stopped).ShouldBe(0);
    }

    [Fact]
    public async Task What_does_not_finish_in_time_is_cut_and_the_exit_code_is_0_all_the_same()
    {
        await using var service = new ServiceProcess(("Shutdown__FinishSeconds", "1"));
        await service.StartAsync(Cancellation);
        using var client = new HttpClient();
        await using var blocker = await BlockAsync(service);
        var slow = client.GetStringAsync(Query(service, "{projects{totalCount}}"), Cancellation);
        await WaitingAsync(blocker);
        (await service.StopAsync(Cancellation)).ShouldBe(0);
        await Should.ThrowAsync<HttpRequestException>(slow);
    }

    private static Uri Query(ServiceProcess service, string query) => new(service.GraphQL, $"?query={query}");

    /// <summary>The status of an answer; null if nobody accepts the request.</summary>
    private static async Task<HttpStatusCode?> StatusAsync(HttpClient client, ServiceProcess service, string path)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(service.GraphQL, path), Cancellation);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Holds a lock for which reads of projects wait.</summary>
    private static async Task<NpgsqlConnection> BlockAsync(ServiceProcess service)
    {
        var connection = new NpgsqlConnection(service.OwnerConnectionString + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var block = new NpgsqlCommand("BEGIN; LOCK TABLE projects IN ACCESS EXCLUSIVE MODE", connection);
        await block.ExecuteNonQueryAsync(Cancellation);
        return connection;
    }

    private static async Task WaitingAsync(NpgsqlConnection blocker)
    {
        await using var waiting = new NpgsqlCommand("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)", blocker);
        while (await waiting.ExecuteScalarAsync(Cancellation) is not true)
            await Task.Delay(20, Cancellation);
    }
}

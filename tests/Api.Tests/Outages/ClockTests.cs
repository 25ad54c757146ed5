using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TeacherDevPlan.Api.Hosting;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Infrastructure.Persistence;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Whatever the clock of the service's machine says, entries get the time of the database.</summary>
public sealed class ClockTests(PlanService service) : LedgerTestsBase(service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-400)]
    [InlineData(-2)]
    [InlineData(2)]
    [InlineData(400)]
    public async Task A_wrong_clock_neither_dates_entries_back_nor_fails(double hours)
    {
        var clock = new Shifted { By = TimeSpan.FromHours(hours) };
        var builder = Server.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Services.AddSingleton(provider => new DatabaseClock(
            provider.GetRequiredService<PlanDatabase>(),
            clock
        ));
        builder.Configuration["Commitments:ReleaseEveryMinutes"] = "1440";
        await using var app = Server.Build(builder, Service.Logins, Service.LocalTokens);
        app.Services.GetRequiredService<TimeProvider>().ShouldBeOfType<DatabaseClock>();
        await Server.PrepareAsync(app, embedded: false, null, Cancellation);
        await app.StartAsync(Cancellation);
        using var officer = PlanService.ClientOf(app, Service.Token(Role.BudgetOfficer));
        var (_, activities) = await Ledger.ProjectAsync(1);
        await PayAsync();
        // The clock is set while the service runs.
        clock.By = -clock.By;
        await PayAsync();
        await CleanAsync();
        (await FaultsAsync()).ShouldBeEmpty();

        async Task PayAsync()
        {
            var before = await NowAsync();
            var data = await Service.QueryAsync(
                $$"""
                mutation { commitBudget(input: { activityId: "{{activities[0]}}", amount: 1, reference: "V-1",
                    idempotencyKey: "{{Guid.NewGuid()}}" }) { commitment { recordedAt } errors { __typename } } }
                """,
                client: officer
            );
            var recorded = data.GetProperty("commitBudget").GetProperty("commitment").GetProperty("recordedAt");
            // The measurement is exact to half a round trip.
            recorded.GetDateTimeOffset().ShouldBeInRange(before.AddSeconds(-1), (await NowAsync()).AddSeconds(1));
        }
    }

    /// <summary>As a service with a wrong clock recorded them before the time was the database's.</summary>
    [Fact]
    public async Task Entries_with_a_wrong_time_are_found_in_the_trail_by_their_place_in_it()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        (await Ledger.PayAsync(activities[0], 1)).Refused().ShouldBeFalse();
        (await Ledger.CommitAsync(activities[0], 1)).Id().ShouldNotBeEmpty();
        const string shift =
            "SET session_replication_role = replica; UPDATE ledger_entries SET recorded_at = recorded_at + interval '1 hour', ";
        await Service.ExecuteSqlAsync(shift + "recorded_by = recorded_by WHERE kind <> 'PLANNED'");
        (await FaultsAsync()).ShouldBeEmpty();
        await Service.ExecuteSqlAsync(shift + "recorded_by = 'user:nobody' WHERE kind <> 'PLANNED'");
        (await FaultsAsync()).Count.ShouldBe(2);
    }

    private async Task<IReadOnlyList<string>> FaultsAsync() =>
        (await Service.Services.GetRequiredService<IAuditVerifier>().VerifyAsync(null, [], Cancellation)).Faults;

    private async Task<DateTimeOffset> NowAsync()
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var command = source.CreateCommand("SELECT clock_timestamp()");
        return (DateTime)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private sealed class Shifted : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + By;
    }
}

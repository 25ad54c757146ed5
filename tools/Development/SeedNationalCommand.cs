using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Api.Hosting;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Hosting;
using TeacherDevPlan.SampleData.National;

namespace TeacherDevPlan.Development;

/// <summary>Fills the database with invented national data for tests.</summary>
internal static class SeedNationalCommand
{
    private const int MostYears = 20;

    /// <summary>The default for 245 offices and five years; fewer offices or years get proportionally fewer.</summary>
    private const int Disbursements = 2_000_000;

    private const int UsualYears = 5;

    /// <summary>An office has a head, a member of its staff and a school with a director.</summary>
    private const int LeastPeople = 40;

    public static Command Create(Func<Func<Task<int>>, Task<int>> guarded)
    {
        var offices = Number("--offices", NationalOptions.AllOffices, "Number of offices, up to 245.");
        var years = Number(
            "--years",
            UsualYears,
            "Number of fiscal years; the last one is the fiscal year of the last day."
        );
        var seed = Number(
            "--seed",
            1,
            "The same seed, options and last day generate the same rows, including their ids."
        );
        var disbursements = new Option<int?>("--disbursements")
        {
            Description =
                "Approximate number of payments. Default: 2,000,000 for 245 offices and five years, proportionally fewer for less.",
        };
        var lastDay = new Option<string?>("--last-day")
        {
            Description = "The last day on which something is recorded, e.g. 2026-11-25. Default: yesterday.",
        };
        var people = new Option<int?>("--people")
        {
            Description =
                "Also schools, people, their appointments, surveys of needs and individual development plans. The number of people; "
                + "default: 450,000 for 245 offices, proportionally fewer for less. Without this option there are none.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var events = new Option<int?>("--events")
        {
            Description =
                "With --people: also courses, events, enrolments and attendance. The approximate number of enrolments; default: 3,000,000 for 245 "
                + "offices and five years, proportionally fewer for less. Without this option there are none.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "seed-national",
            "Fills a database with invented national data (docs/national-data.md). It may contain no offices except that of the sample plan."
        )
        {
            offices,
            years,
            seed,
            disbursements,
            lastDay,
            people,
            events,
        };
        command.SetAction(
            (parsed, cancellation) =>
                guarded(() =>
                    RunAsync(
                        Options(
                            parsed.GetValue(offices),
                            parsed.GetValue(years),
                            parsed.GetValue(seed),
                            parsed.GetValue(disbursements),
                            parsed.GetValue(lastDay),
                            parsed.GetResult(people) is null
                                ? 0
                                : parsed.GetValue(people) ?? Usual(parsed.GetValue(offices)),
                            parsed.GetResult(events) is null
                                ? 0
                                : parsed.GetValue(events)
                                    ?? Proportion(
                                        NationalOptions.EnrollmentsOfAllOffices,
                                        parsed.GetValue(offices),
                                        parsed.GetValue(years)
                                    ),
                            TimeProvider.System
                        ),
                        cancellation
                    )
                )
        );
        return command;
    }

    private static int Usual(int offices) =>
        (int)((long)NationalOptions.PeopleOfAllOffices * offices / NationalOptions.AllOffices);

    private static NationalOptions Options(
        int offices,
        int years,
        int seed,
        int? disbursements,
        string? lastDay,
        int people,
        int enrollments,
        TimeProvider time
    )
    {
        if (offices is < 1 or > NationalOptions.AllOffices)
            throw new HostingException($"--offices takes 1 to {NationalOptions.AllOffices}.");
        if (years is < 1 or > MostYears)
            throw new HostingException($"--years takes 1 to {MostYears}.");
        if (
            people < 0
            || people > 0 && people < LeastPeople * offices
            || people > NationalOptions.PeopleOfAllOffices * 2
        )
        {
            throw new HostingException(
                $"--people takes 0, or {LeastPeople} for each office, up to {NationalOptions.PeopleOfAllOffices * 2}."
            );
        }

        if (enrollments < 0 || enrollments > 0 && people == 0)
            throw new HostingException("--events takes a number of enrolments, and needs --people.");
        if (disbursements < 0)
            throw new HostingException("--disbursements must not be negative.");
        var yesterday = ThaiDay.Of(time.GetUtcNow()).AddDays(-1);
        var day = yesterday;
        if (
            lastDay is not null
            && !DateOnly.TryParseExact(
                lastDay,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out day
            )
        )
        {
            throw new HostingException("--last-day requires a date such as 2026-11-25.");
        }

        if (day > yesterday)
            throw new HostingException($"--last-day must be in the past, {yesterday:yyyy-MM-dd} at the latest.");
        return new NationalOptions(
            offices,
            years,
            seed,
            disbursements ?? Proportion(Disbursements, offices, years),
            day,
            people,
            enrollments
        );
    }

    /// <summary>What fewer offices and years have of a number that is of all offices and five years.</summary>
    private static int Proportion(int whole, int offices, int years) =>
        (int)((long)whole * offices * years / (NationalOptions.AllOffices * UsualYears));

    private static Task<int> RunAsync(NationalOptions options, CancellationToken cancellationToken) =>
        Commands.WithDatabaseAsync(
            async services =>
            {
                var watch = Stopwatch.StartNew();
                SeededCountry country;
                using (var bar = new ProgressBar(Console.Error, Console.IsErrorRedirected))
                {
                    country = await ActivatorUtilities
                        .CreateInstance<NationalSeeder>(services)
                        .SeedAsync(options, bar.Report, cancellationToken);
                }

                foreach (var (table, rows) in country.Rows)
                    Console.WriteLine(FormattableString.Invariant($"{rows, 12:N0} {table}"));
                Console.WriteLine(
                    FormattableString.Invariant(
                        $"{options.Offices} offices, fiscal years {options.FirstYear} to {options.CurrentYear}, seed {options.Seed}, last day {options.LastDay:yyyy-MM-dd}: {watch.Elapsed.TotalSeconds:N0} seconds."
                    )
                );
                return 0;
            },
            cancellationToken
        );

    private static Option<int> Number(string name, int usual, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual };
}

using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using TeacherDevPlan.Api.Tests.Plans;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Infrastructure.Persistence.Versions;
using static TeacherDevPlan.Api.Tests.Polling.Poller;

namespace TeacherDevPlan.Api.Tests.Polling;

/// <summary>Nobody is told "unchanged" of an answer that would be another one.</summary>
public sealed class PollingWhileWritingTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Money =
        "{ budgetSummary(fiscalYear: 2566, groupBy: OFFICE) { key budget { disbursed committed available } } }";

    /// <summary>What dashboards ask for, with something of every table that is open to everybody.</summary>
    private static readonly string[] Everything =
    [
        "{ offices { nodes { code name province districts { name } orgUnits { number name source { line } } } } }",
        "{ offices { nodes { strategicPlans { vision missions { text } strategies { name objectives { text } guidelines { text } } } } } }",
        "{ developmentPlans { nodes { title focusPoints { text } needs { text } calendar { name months } reading { lines unread { reason } } "
            + "sections { heading items { text } } } } }",
        "{ projects { nodes { name status rationale objectives { text } kpis { name } owners { name } fundingSources { amount } "
            + "activities { name ownBudget { planned disbursed } } } } }",
        "{ projects { nodes { number budget { planned committed disbursed } ledger(first: 500) { nodes { amount kind commitment { remaining } "
            + "disbursement { reversed } transfer { amount } } } } } }",
        "{ indicators { nodes { name targets { fiscalYear target result } } } }",
        "{ indicators { nodes { results { nodes { result } } } } }",
        "{ indicatorDefinitions { nodes { code name } } disbursementTargets(fiscalYear: 2566) { cumulativePercent } }",
        "{ projects { nodes { kpis { results { nodes { result } } } progressReports { nodes { workDone } } } } }",
        "{ staff { nodes { name } } }",
        "{ findings { nodes { rule message status location } } }",
        "{ datasets(first: 100) { nodes { code observations { text coordinates { value } } } } }",
        "{ offices { nodes { needsSurveys { respondents topics { name demand } } } } }",
        "{ projects(order: [{ strategy: { number: ASC } }]) { totalCount edges { cursor } } }",
        "{ needsRounds { nodes { fiscalYear topics { topic { code } } } } developmentTopics { nodes { code } } }",
        "{ competencies { nodes { code } } developmentMethods { nodes { code } } }",
        "{ schools { nodes { name } } schoolNetworks { nodes { name } } staffCategories { nodes { code } } peopleFigures { nodes { people } } }",
        "{ committees { nodes { name members { role } } } hoursRules { nodes { code } } awardProgrammes { nodes { code } } bondRules { nodes { code } } }",
        "{ inductionProgrammes { nodes { code steps { code } } } }",
        "{ quarterlyReports { nodes { quarter projects { name kpis { name } } indicators { name } events { title } people { enrolled } } } }",
        "{ offerings { nodes { title sessions { day } } } courses { nodes { code subjects { number } } } }",
        "{ satisfactionScales { nodes { source bands { name } } } questionnaires { nodes { title items { text } result { mean items { mean } } } } }",
        "{ offerings { nodes { applicationPlan { level } } } }",
        Money,
    ];

    /// <summary>Each after those that lie on it.</summary>
    private static readonly string[] Emptied =
    [
        "application_revisions application_assessments application_plans questionnaire_comments questionnaire_item_results",
        "questionnaire_results questionnaire_answers questionnaire_items questionnaires satisfaction_bands satisfaction_scales",
        "induction_steps inductions induction_programme_steps induction_programmes",
        "further_study_extensions further_studies bond_rules awards award_programmes monitoring_visits committee_members committees certificates hours_rules",
        "indicator_proposals",
        "quarterly_report_people quarterly_report_events quarterly_report_indicators quarterly_report_kpis quarterly_report_projects quarterly_reports",
        "attendances enrollment_exceptions enrollments sessions offering_categories offerings course_subjects courses",
        "needs_choices needs_participants needs_result_topics needs_results needs_round_topics needs_rounds",
        "competency_assessments individual_plan_items individual_plan_revisions individual_development_plans",
        "development_topics competencies development_methods",
        "correction_requests appointments held_names person_accounts people_figures people schools school_networks staff_categories",
        "staff_members coordinates observations datasets survey_topics needs_surveys findings sources plan_readings plan_section_texts plan_sections",
        "kpi_results progress_report_revisions indicator_results indicator_definitions disbursement_targets",
        "calendar_steps development_plan_texts indicator_targets indicators guidelines strategy_texts strategic_plan_texts",
        "funding_sources project_owners project_kpis project_texts ledger_entries activity_budgets project_budgets activities projects removed_drafts",
        "plan_budgets project_months plan_months open_commitments",
        "strategies districts org_units development_plans strategic_plans offices",
    ];

    /// <summary>What the sample does not have: schools, reports, targets of the government, a catalogue.</summary>
    private const string Reported = """
        SET session_replication_role = replica;
        INSERT INTO school_networks (id, office_id, name) SELECT id, id, 'เครือข่าย' FROM offices;
        INSERT INTO schools (id, office_id, code, name, network_id)
            SELECT gen_random_uuid(), office_id, '043001', 'โรงเรียน', id FROM school_networks;
        INSERT INTO needs_rounds (id, office_id, fiscal_year, most_topics, status, opened_at)
            SELECT id, id, 2566, 1, 'OPEN', now() FROM offices;
        INSERT INTO needs_round_topics (id, round_id, topic_id, number)
            SELECT gen_random_uuid(), r.id, t.id, 1 FROM needs_rounds r, development_topics t WHERE t.code = 'CURRICULUM';
        INSERT INTO courses (id, code, name, hours, version) SELECT id, 'X', 'ก', 6, 1 FROM offices LIMIT 1;
        INSERT INTO course_subjects (id, course_id, number, topic_id)
            SELECT gen_random_uuid(), c.id, 1, t.id FROM courses c, development_topics t WHERE t.code = 'CURRICULUM';
        INSERT INTO offerings (id, office_id, fiscal_year, title, method_id, minimum, joining, overlap_policy, required_percent,
                report_required, status, version, planned_minutes, held_minutes)
            SELECT o.id, o.id, 2566, 'ก', m.id, 0, 'DIRECT', 'NONE', 80, false, 'OPEN', 1, 60, 0
            FROM offices o, development_methods m WHERE m.code = 'TRAINING';
        INSERT INTO sessions (id, offering_id, starts_at, ends_at, day, minutes, held, most_attended)
            SELECT id, id, '2023-01-09T02:00:00Z', '2023-01-09T03:00:00Z', '2023-01-09', 60, false, 0 FROM offerings;
        INSERT INTO application_plans (id, offering_id, due_days, level, version) SELECT id, id, 90, 3, 1 FROM offerings;
        INSERT INTO questionnaires (id, offering_id, office_id, fiscal_year, title, status, version, opened_at, closed_at)
            SELECT id, id, office_id, 2566, 'ก', 'CLOSED', 3, now(), now() FROM offerings;
        INSERT INTO questionnaire_items (id, questionnaire_id, number, text) SELECT id, id, 1, 'ก' FROM questionnaires;
        INSERT INTO questionnaire_results (id, questionnaire_id, office_id, answers, sum, squares, mean, deviation, band_id)
            SELECT q.id, q.id, q.office_id, 5, 25, 125, 5, 0, b.id FROM questionnaires q, satisfaction_bands b WHERE b.number = 5;
        INSERT INTO questionnaire_item_results (id, result_id, number, text, answers, sum, squares, mean, deviation, band_id)
            SELECT id, id, 1, 'ก', answers, sum, squares, mean, deviation, band_id FROM questionnaire_results;
        INSERT INTO committees (id, office_id, name, purpose, order_number, ordered_on, held_from, monitors, assesses, version)
            SELECT id, id, 'ก', 'ข', '1/2566', '2023-01-01', '2023-01-01', true, false, 1 FROM offices;
        INSERT INTO committee_members (id, committee_id, office_id, person_id, number, role, held_from)
            SELECT id, id, id, id, 1, 'CHAIR', '2023-01-01' FROM offices;
        INSERT INTO award_programmes (id, code, name, grantor, source, version) SELECT id, 'X', 'ก', 'ข', 'ค', 1 FROM offices LIMIT 1;
        INSERT INTO quarterly_reports (id, office_id, plan_id, fiscal_year, quarter, revision, starts_on, ends_on, status, version, assembled_at,
                planned, revised, revised_to_date, paid_in_quarter, paid_to_date, committed, remaining, submitted_at, submitted_by)
            SELECT id, office_id, id, fiscal_year, 'Q1', 1, '2022-10-01', '2022-12-31', 'SUBMITTED', 1, now(), 0, 0, 0, 0, 0, 0, 0, now(), 'x'
            FROM development_plans;
        INSERT INTO quarterly_report_projects (id, report_id, position, number, name, strategy, unit, status,
                planned, revised, revised_to_date, paid_in_quarter, paid_to_date, committed, remaining)
            SELECT id, id, 0, 1, 'ก', 'ก', 'ก', 'APPROVED', 0, 0, 0, 0, 0, 0, 0 FROM quarterly_reports;
        INSERT INTO quarterly_report_kpis (id, report_project_id, position, name, target_text) SELECT id, id, 0, 'ก', '' FROM quarterly_reports;
        INSERT INTO quarterly_report_indicators (id, report_id, position, strategy, number, name, unit, target, status)
            SELECT id, id, 0, 'ก', 1, 'ก', 'ร้อยละ', 1, 'NOT_REPORTED' FROM quarterly_reports;
        INSERT INTO quarterly_report_events (id, report_id, position, offering_id, title, form, starts_on, ends_on, status)
            SELECT r.id, r.id, 0, o.id, 'ก', 'ก', '2022-10-01', '2022-10-01', 'OPEN' FROM quarterly_reports r, offerings o;
        INSERT INTO people_figures (id, office_id, fiscal_year, quarter, subject, kind, kind_name, people)
            SELECT gen_random_uuid(), id, 2566, 'Q1', 'CATEGORY', 'X', 'x', 7 FROM offices;
        INSERT INTO indicator_definitions (id, code, name, unit, direction)
            VALUES (gen_random_uuid(), 'X', 'ก', 'ร้อยละ', 'HIGHER_IS_BETTER');
        INSERT INTO disbursement_targets (id, fiscal_year, quarter, expense_class, cumulative_percent, source, recorded_at, recorded_by)
            VALUES (gen_random_uuid(), 2566, 'Q1', 'OVERALL', 30, 'x', now(), 'x');
        INSERT INTO indicator_results
            (id, target_id, indicator_id, fiscal_year, sequence, kind, result, recorded_at, recorded_by, counts_id)
            SELECT i, t.id, t.indicator_id, t.fiscal_year, 1, 'REPORTED', 1, now(), 'x', i
            FROM (SELECT gen_random_uuid() AS i, * FROM indicator_targets LIMIT 1) t;
        INSERT INTO kpi_results (id, kpi_id, project_id, sequence, kind, result, recorded_at, recorded_by, counts_id)
            SELECT i, k.id, k.project_id, 1, 'REPORTED', 1, now(), 'x', i
            FROM (SELECT gen_random_uuid() AS i, * FROM project_kpis LIMIT 1) k;
        INSERT INTO progress_report_revisions
            (id, project_id, fiscal_year, quarter, revision, work_done, spent_to_date, due_on, submitted_on, submitted_at, submitted_by)
            SELECT gen_random_uuid(), id, fiscal_year, 'Q1', 1, 50, 0, '2022-12-31',
                (now() AT TIME ZONE 'Asia/Bangkok')::date, now(), 'x' FROM projects LIMIT 1
        """;

    private static readonly string[] Catalogues =
    [
        "staff_categories",
        "development_topics",
        "competencies",
        "development_methods",
        "satisfaction_scales",
        "satisfaction_bands",
        "hours_rules",
        "bond_rules",
        "induction_programmes",
        "induction_programme_steps",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_that_has_become_another_one_is_told_whatever_table_has_changed()
    {
        var file = DocumentFile.Of(Service);
        var strategy = file.StrategicPlan.Strategies[0] with
        {
            Objectives = [new("1", "เป้าประสงค์เชิงกลยุทธ์")],
            Guidelines = [new(1, null, "แนวทางการพัฒนา", ResponsibleLevel.Office)],
        };
        var strategies = file.StrategicPlan.Strategies.Skip(1).Prepend(strategy);
        file = file with { StrategicPlan = file.StrategicPlan with { Strategies = [.. strategies] } };
        (await Service.ApplyAsync(file)).Succeeded.ShouldBeTrue();
        await Service.ExecuteSqlAsync(Reported);
        foreach (var catalogue in Catalogues)
            await Service.ExecuteSqlAsync($"CREATE TABLE kept_{catalogue} AS TABLE {catalogue}");
        string[] tables = [.. Emptied.SelectMany(row => row.Split(' '))];
        tables.ShouldBe(TopicMap.Tables.Keys, ignoreOrder: true);
        var changed = new HashSet<string>();
        foreach (var table in tables)
        {
            var before = new List<Polled>();
            foreach (var query in Everything)
                before.Add(await GetAsync(Service.Client, query));
            await Service.ExecuteSqlAsync($"SET session_replication_role = replica; DELETE FROM {table}");
            foreach (var (query, had) in Everything.Zip(before))
            {
                var now = (await Service.AskAsync(query)).GetRawText();
                var poll = await GetAsync(Service.Client, query, had.Tag);
                if (now == had.Text)
                    continue;
                changed.Add(table);
                poll.Status.ShouldBe(HttpStatusCode.OK, $"{table}: {query}");
                poll.Text.ShouldBe(now);
            }
        }

        // Migrations, not tests, fill the catalogues.
        foreach (var catalogue in Catalogues)
            await Service.ExecuteSqlAsync(
                $"INSERT INTO {catalogue} SELECT * FROM kept_{catalogue}; DROP TABLE kept_{catalogue}"
            );
        // People are shown to nobody here; drafts are none that the sample has removed, and no read goes to the totals that are kept since; whatever else goes is seen to go.
        tables
            .Except(changed)
            .ShouldBe([
                "application_revisions",
                "application_assessments",
                "questionnaire_comments",
                "questionnaire_answers",
                "induction_steps",
                "inductions",
                "further_study_extensions",
                "further_studies",
                "awards",
                "monitoring_visits",
                "certificates",
                "indicator_proposals",
                "quarterly_report_people",
                "attendances",
                "enrollment_exceptions",
                "enrollments",
                "offering_categories",
                "needs_choices",
                "needs_participants",
                "needs_result_topics",
                "needs_results",
                "competency_assessments",
                "individual_plan_items",
                "individual_plan_revisions",
                "individual_development_plans",
                "correction_requests",
                "appointments",
                "held_names",
                "person_accounts",
                "people",
                "removed_drafts",
                "plan_budgets",
                "project_months",
                "plan_months",
                "open_commitments",
            ]);
    }

    [Fact]
    public async Task A_tag_changes_with_what_is_returned_and_with_nothing_else()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var before = new List<Polled>();
        foreach (var query in Everything)
            before.Add(await GetAsync(Service.Client, query));
        (await Ledger.CommitAsync(activities[0], 10)).Id().ShouldNotBeEmpty();
        var unchanged = 0;
        foreach (var (query, had) in Everything.Zip(before))
        {
            var poll = await GetAsync(Service.Client, query, had.Tag);
            poll.IsUnchanged.ShouldBe((await Service.AskAsync(query)).GetRawText() == had.Text, query);
            unchanged += poll.IsUnchanged ? 1 : 0;
        }

        unchanged.ShouldBeInRange(1, Everything.Length - 1);
    }

    [Fact]
    public async Task A_dry_run_and_what_is_refused_change_nothing()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var tag = await TagAsync(Service.Client, Money);
        await Ledger.PayAsync(activities[0], 1, dryRun: true);
        (await Ledger.PayAsync(activities[0], 1_000_000)).Refused().ShouldBeTrue();
        (await GetAsync(Service.Client, Money, tag)).IsUnchanged.ShouldBeTrue();
        var key = Ledger.NewKey();
        await Ledger.PayAsync(activities[0], 1, key);
        var paid = await GetAsync(Service.Client, Money, tag);
        paid.IsUnchanged.ShouldBeFalse();
        await Ledger.PayAsync(activities[0], 1, key);
        (await GetAsync(Service.Client, Money, paid.Tag)).IsUnchanged.ShouldBeTrue();
    }

    [Fact]
    public async Task A_write_while_a_query_is_run_makes_the_next_poll_a_new_answer()
    {
        const string query = "{ projects { nodes { name kpis { name } } } }";
        Service.Statements.Reset();
        Service.Statements.BeforeStatement = async count =>
        {
            if (count == 2)
                await Service.ExecuteSqlAsync("UPDATE project_kpis SET name = 'ใหม่'");
        };
        var first = await GetAsync(Service.Client, query);
        Service.Statements.Seen.Count.ShouldBe(2);
        Service.Statements.Reset();
        first.Text.ShouldNotContain("ใหม่");
        var second = await GetAsync(Service.Client, query, first.Tag);
        second.Text.ShouldContain("ใหม่");
        (await GetAsync(Service.Client, query, second.Tag)).IsUnchanged.ShouldBeTrue();
    }

    [Fact]
    public async Task While_many_pay_each_poll_knows_of_all_that_was_acknowledged_before_it()
    {
        const int writers = 4;
        const int payments = 25;
        var (_, activities) = await Ledger.ProjectAsync(1);
        int begun = 0,
            acknowledged = 0,
            unchanged = 0,
            changed = 0;
        var faults = new ConcurrentBag<string>();
        var bodies = new ConcurrentDictionary<string, string>();
        using var done = new CancellationTokenSource();
        var polling = Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PollAsync(done.Token)));
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => PayAsync()));
        // Nothing is written any more: everybody is told so.
        var seen = unchanged;
        while (unchanged < seen + 20)
            await Task.Delay(5, Cancellation);
        await done.CancelAsync();
        await polling;
        faults.ShouldBeEmpty();
        changed.ShouldBeGreaterThan(4);
        bodies.Values.Distinct().Count().ShouldBe(bodies.Count);
        var last = await GetAsync(Service.Client, Money);
        Paid(last).ShouldBe(writers * payments);
        last.Text.ShouldBe((await Service.AskAsync(Money)).GetRawText());
        await CleanAsync();

        async Task PayAsync()
        {
            for (var i = 0; i < payments; i++)
            {
                Interlocked.Increment(ref begun);
                (await Ledger.PayAsync(activities[i % activities.Length], 1)).Refused().ShouldBeFalse();
                Interlocked.Increment(ref acknowledged);
            }
        }

        async Task PollAsync(CancellationToken end)
        {
            Polled? had = null;
            while (!end.IsCancellationRequested)
            {
                var atLeast = Volatile.Read(ref acknowledged);
                var poll = await GetAsync(Service.Client, Money, had?.Tag);
                var atMost = Volatile.Read(ref begun);
                if (!poll.IsUnchanged)
                    had = poll;
                if (bodies.GetOrAdd(poll.Tag!, had!.Text) != had.Text)
                    faults.Add($"{poll.Tag} stands for two bodies");
                var paid = Paid(had!);
                if (paid < atLeast || paid > atMost)
                    faults.Add($"{poll.Status}: {paid} of {atLeast} to {atMost}");
                Interlocked.Increment(ref poll.IsUnchanged ? ref unchanged : ref changed);
            }
        }
    }

    private static decimal Paid(Polled answer) =>
        answer.Data.GetProperty("budgetSummary").EnumerateArray().Sum(row => Disbursed(row.GetProperty("budget")));

    private static decimal Disbursed(JsonElement budget) => budget.GetProperty("disbursed").GetDecimal();
}

using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>
/// What the database holds to of results: entries follow one another and are never changed or removed, and what is kept beside
/// them is what the last one says. Directions are given on by foreign keys, from a definition to its indicators and from an
/// indicator to its targets.
/// </summary>
internal static class ResultSql
{
    /// <summary>Two revisions came at once.</summary>
    public const string RevisionConstraint = "uq_progress_report_revisions";

    /// <summary>Where an entry's results are kept, and which of its columns.</summary>
    private sealed record Kept(string Entries, string OwnerId, string Table, string SameOfBoth, params string[] Columns)
    {
        public string Of(string row) => string.Join(", ", Columns.Select(column => $"{row}.{column}"));
    }

    private static readonly Kept Indicators = new(
        "indicator_results",
        "target_id",
        "indicator_targets",
        "(NEW.indicator_id, NEW.fiscal_year) = (o.indicator_id, o.fiscal_year)",
        "result",
        "numerator",
        "denominator"
    );

    private static readonly Kept Kpis = new(
        "kpi_results",
        "kpi_id",
        "project_kpis",
        "NEW.project_id = o.project_id",
        "result",
        "numerator",
        "denominator",
        "result_text"
    );

    public static void Create(MigrationBuilder migration)
    {
        Measures(migration, Indicators.Entries, "(result IS NOT NULL) = (kind = 'REPORTED')");
        Measures(migration, Kpis.Entries, "(result IS NOT NULL OR result_text IS NOT NULL) = (kind = 'REPORTED')");
        foreach (var kept in new[] { Indicators, Kpis })
            Keep(migration, kept);
        Directions(migration);
        migration.Sql(
            """
            CREATE FUNCTION keep_definition_with_results() RETURNS trigger
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
            BEGIN
                IF EXISTS (
                    SELECT FROM indicators i JOIN indicator_targets t ON t.indicator_id = i.id
                    WHERE i.definition_id = OLD.id AND t.result_entries > 0) THEN
                    RAISE EXCEPTION 'results are reported on definition %; its unit and direction stay', OLD.code
                        USING ERRCODE = 'integrity_constraint_violation';
                END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER definitions_stay_with_results BEFORE UPDATE ON indicator_definitions
                FOR EACH ROW WHEN ((NEW.unit, NEW.direction) <> (OLD.unit, OLD.direction))
                EXECUTE FUNCTION keep_definition_with_results();
            CREATE TRIGGER codes_stay BEFORE UPDATE ON indicator_definitions
                FOR EACH ROW WHEN ((NEW.id, NEW.code) <> (OLD.id, OLD.code)) EXECUTE FUNCTION refuse_change();
            ALTER TABLE disbursement_targets
                ADD CONSTRAINT ck_disbursement_targets_quarter CHECK (quarter IN ('Q1', 'Q2', 'Q3', 'Q4')),
                ADD CONSTRAINT ck_disbursement_targets_class CHECK (expense_class IN ('OVERALL', 'RECURRENT', 'INVESTMENT')),
                ADD CONSTRAINT ck_disbursement_targets_percent CHECK (cumulative_percent BETWEEN 0 AND 100),
                ADD CONSTRAINT ck_disbursement_targets_source CHECK (source <> '')
            """
        );
        ProgressSql.Create(migration);
    }

    /// <summary>A result is counted by whoever adds its entry; the service can do nothing else with it.</summary>
    public static void Grant(MigrationBuilder migration) =>
        migration.Sql(
            $"""
            GRANT SELECT, INSERT ON indicator_results, kpi_results, progress_report_revisions TO {ServiceRoleSql.Role};
            GRANT SELECT ON progress_reports TO {ServiceRoleSql.Role};
            GRANT SELECT, INSERT, UPDATE ON indicator_definitions, disbursement_targets TO {ServiceRoleSql.Role};
            REVOKE UPDATE ON indicator_targets, project_kpis FROM {ServiceRoleSql.Role};
            GRANT UPDATE (target) ON indicator_targets TO {ServiceRoleSql.Role};
            GRANT UPDATE (position, name, target_text, target_value, target_unit, methods, tools) ON project_kpis
                TO {ServiceRoleSql.Role}
            """
        );

    public static void Drop(MigrationBuilder migration) =>
        migration.Sql(
            $"""
            DROP VIEW progress_reports;
            DROP TABLE progress_report_revisions;
            DROP FUNCTION follow_progress_report;
            DROP FUNCTION count_indicator_results, hold_indicator_targets, count_kpi_results, hold_project_kpis,
                keep_definition_with_results CASCADE;
            ALTER TABLE indicator_targets DROP CONSTRAINT fk_indicator_targets_direction;
            ALTER TABLE indicators DROP CONSTRAINT fk_indicators_direction, DROP CONSTRAINT uq_indicators_direction;
            ALTER TABLE indicator_definitions DROP CONSTRAINT uq_indicator_definitions_direction;
            GRANT UPDATE ON indicator_targets, project_kpis TO {ServiceRoleSql.Role}
            """
        );

    private static void Measures(MigrationBuilder migration, string entries, string reported) =>
        migration.Sql(
            $"""
            ALTER TABLE {entries}
                ADD CONSTRAINT ck_{entries}_kind CHECK (kind IN ('REPORTED', 'WITHDRAWN')),
                ADD CONSTRAINT ck_{entries}_reported CHECK ({reported}),
                ADD CONSTRAINT ck_{entries}_ratio CHECK ((numerator IS NULL) = (denominator IS NULL) AND denominator > 0
                    AND (numerator IS NULL OR result IS NOT NULL)),
                ADD CONSTRAINT ck_{entries}_decimals CHECK (result = round(result, 4) AND numerator = round(numerator, 4)
                    AND denominator = round(denominator, 4)),
                ADD CONSTRAINT ck_{entries}_counts CHECK (CASE kind WHEN 'REPORTED' THEN counts_id = id
                    ELSE previous_id IS NOT NULL AND note IS NOT NULL END)
            """
        );

    private static void Keep(MigrationBuilder migration, Kept kept) =>
        migration.Sql(
            $"""
            CREATE TRIGGER entries_stay BEFORE UPDATE OR DELETE ON {kept.Entries}
                FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER all_entries_stay BEFORE TRUNCATE ON {kept.Entries}
                FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

            CREATE FUNCTION count_{kept.Entries}() RETURNS trigger
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
            DECLARE
                o {kept.Table};
                counting {kept.Entries};
            BEGIN
                SELECT * INTO o FROM {kept.Table} WHERE id = NEW.{kept.OwnerId} FOR UPDATE;
                -- The clocks of the service and of the database may differ a little.
                IF NEW.sequence <> o.result_entries + 1 OR NEW.previous_id IS DISTINCT FROM o.result_id
                    OR NEW.recorded_at > clock_timestamp() + interval '5 minutes' OR NOT ({kept.SameOfBoth}) THEN
                    RAISE EXCEPTION 'entry % does not follow the last one about the same', NEW.id
                        USING ERRCODE = 'integrity_constraint_violation';
                END IF;
                IF NEW.kind = 'WITHDRAWN' AND NEW.counts_id IS DISTINCT FROM
                    (SELECT previous_id FROM {kept.Entries} WHERE id = NEW.previous_id) THEN
                    RAISE EXCEPTION 'after withdrawal % the result before the withdrawn one counts', NEW.id
                        USING ERRCODE = 'integrity_constraint_violation';
                END IF;
                SELECT * INTO counting FROM {kept.Entries} WHERE id = NEW.counts_id;
                UPDATE {kept.Table} SET result_entries = NEW.sequence, result_id = NEW.counts_id,
                    ({string.Join(", ", kept.Columns)}) = ROW ({kept.Of("counting")})
                WHERE id = o.id;
                RETURN NULL;
            END $$;
            CREATE TRIGGER entries_count AFTER INSERT ON {kept.Entries}
                FOR EACH ROW EXECUTE FUNCTION count_{kept.Entries}();

            CREATE FUNCTION hold_{kept.Table}() RETURNS trigger
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
            BEGIN
                IF TG_OP = 'INSERT' THEN
                    IF NEW.result_entries = 0 AND (NEW.result_id, {kept.Of("NEW")}) IS NULL THEN
                        RETURN NEW;
                    END IF;
                ELSIF NEW.result_entries = OLD.result_entries + 1 AND EXISTS (
                    SELECT FROM {kept.Entries} e LEFT JOIN {kept.Entries} c ON c.id = e.counts_id
                    WHERE e.{kept.OwnerId} = NEW.id AND e.sequence = NEW.result_entries
                        AND (NEW.result_id, {kept.Of("NEW")}) IS NOT DISTINCT FROM (c.id, {kept.Of("c")})) THEN
                    RETURN NEW;
                END IF;
                RAISE EXCEPTION '% on {kept.Table}: a result is what its entries make it; record an entry', TG_OP
                    USING ERRCODE = 'integrity_constraint_violation';
            END $$;
            CREATE TRIGGER results_begin_empty BEFORE INSERT ON {kept.Table}
                FOR EACH ROW EXECUTE FUNCTION hold_{kept.Table}();
            CREATE TRIGGER results_follow_entries BEFORE UPDATE ON {kept.Table}
                FOR EACH ROW WHEN ((NEW.result_entries, NEW.result_id, {kept.Of("NEW")})
                    IS DISTINCT FROM (OLD.result_entries, OLD.result_id, {kept.Of("OLD")}))
                EXECUTE FUNCTION hold_{kept.Table}()
            """
        );

    private static void Directions(MigrationBuilder migration) =>
        migration.Sql(
            """
            ALTER TABLE indicator_definitions
                ADD CONSTRAINT ck_indicator_definitions_direction CHECK (direction IN ('HIGHER_IS_BETTER', 'LOWER_IS_BETTER')),
                ADD CONSTRAINT uq_indicator_definitions_direction UNIQUE (id, direction);
            ALTER TABLE indicators
                ADD CONSTRAINT ck_indicators_direction CHECK (direction IN ('HIGHER_IS_BETTER', 'LOWER_IS_BETTER')
                    AND own_direction IN ('HIGHER_IS_BETTER', 'LOWER_IS_BETTER')
                    AND (definition_id IS NOT NULL OR direction = own_direction)),
                ADD CONSTRAINT ck_indicators_baseline CHECK ((baseline_value IS NULL) = (baseline_fiscal_year IS NULL)),
                ADD CONSTRAINT uq_indicators_direction UNIQUE (id, direction),
                ADD CONSTRAINT fk_indicators_direction FOREIGN KEY (definition_id, direction)
                    REFERENCES indicator_definitions (id, direction) ON UPDATE CASCADE;
            ALTER TABLE indicator_targets
                ADD CONSTRAINT fk_indicator_targets_direction FOREIGN KEY (indicator_id, direction)
                    REFERENCES indicators (id, direction) ON UPDATE CASCADE
            """
        );
}

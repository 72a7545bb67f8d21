using PolicyGate.Model.Kubernetes;

namespace PolicyGate.Model.Tests.Kubernetes;

public sealed class SuspectedCredentialTests
{
    [Theory]
    [InlineData("PASSWORD", "winter2026")]
    [InlineData("PGPASSWORD", "odoo")]
    [InlineData("db_passwd", "odoo")]
    [InlineData("MAIL_PWD", "odoo")]
    [InlineData("clientSecret", "abc")]
    [InlineData("GITLAB_TOKEN", "abc")]
    [InlineData("aws.secret-access-key", "abc")]
    [InlineData("API_KEY", "abc")]
    [InlineData("LEVEL", "AKIAABCDEFGHIJKLMNOP")]
    [InlineData("URL", "redis://:winter2026@redis:6379")]
    [InlineData("URL", "postgresql://odoo:winter2026@db/odoo")]
    public void A_setting_holds_one(string name, string value) => SuspectedCredential.IsIn(name, value).ShouldBeTrue();

    [Theory]
    [InlineData("PASSWORD", "")]
    [InlineData("PASSWORD", "$(DB_PASSWORD)")]
    [InlineData("PASSWORD", "${DB_PASSWORD}")]
    [InlineData("PASSWORD", "{{ .Values.password }}")]
    [InlineData("PASSWORD", "/run/keys/password")]
    [InlineData("db_password", "False")]
    [InlineData("PASSWORD_FILE", "password")]
    [InlineData("SECRET_NAME", "odoo")]
    [InlineData("TOKEN_TTL", "24h")]
    [InlineData("TOKENIZER", "words")]
    [InlineData("SECRETARY", "jane")]
    [InlineData("COMPASS", "north")]
    [InlineData("URL", "postgresql://db:5432/odoo")]
    [InlineData("URL", "postgresql://odoo:$(PASSWORD)@db/odoo")]
    public void A_setting_holds_none(string name, string value) => SuspectedCredential.IsIn(name, value).ShouldBeFalse();

    [Theory]
    [InlineData("[options]\nadmin_passwd = winter2026", true)]
    [InlineData("smtp:\n  password: \"winter2026\"", true)]
    [InlineData("export PGPASSWORD=winter2026", true)]
    [InlineData("# db_password = summer2025", true)]
    [InlineData("{\n  \"apiKey\": \"abc\",\n}", true)]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----", true)]
    [InlineData("REDIS_PASSWORD=${REDIS_PASSWORD}", false)]
    [InlineData("db_password = False\nlist_db = False", false)]
    [InlineData("; the password comes from the environment", false)]
    [InlineData("-----BEGIN CERTIFICATE-----", false)]
    public void A_text_is_read_line_by_line(string text, bool isThere) => SuspectedCredential.IsInText(text).ShouldBe(isThere);
}

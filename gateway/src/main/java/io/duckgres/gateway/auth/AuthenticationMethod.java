package io.duckgres.gateway.auth;

/** How clients prove who they are, under the names of PostgreSQL's pg_hba.conf. */
public enum AuthenticationMethod {
  SCRAM_SHA_256("scram-sha-256"),
  MD5("md5"),
  PASSWORD("password");

  private final String configName;

  AuthenticationMethod(String configName) {
    this.configName = configName;
  }

  /** The name in the configuration. */
  public String configName() {
    return configName;
  }

  @Override
  public String toString() {
    return configName;
  }
}
